import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { shellWord } from '../../reports/shell-word';
import type { CatalogueEntry } from '../claims/claim';
import { anyJson, anyText } from '../fixtures/arbitrary';
import { runs } from '../fixtures/fuzz';
import { UsageError } from '../usage-error';
import { nameSource, newRunId, runOfName } from './identity';
import { parseLedger } from './ledger';
import { select } from './selection';
import { addressIn, overlaps, parseRange, SubnetPool } from './subnets';

const NUMBERS = ['10.', '172.16.', '192.168.0.', '0', '255', '256', '1', '/', '/24', '/33', '/0', '0x10', '010', '-1'];

test('of any words a shell gives back exactly these', () => {
  // A shell's argument cannot hold a zero byte, and half a character is no text that could be handed on.
  const word = anyText().map((text) => Buffer.from(text.replaceAll('\0', '')).toString());
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (words) => {
      const script = `for word in ${words.map(shellWord).join(' ')}; do printf '%s\\0' "$word"; done`;
      const seen = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
      expect(seen).toEqual(words);
    }),
    runs(15),
  );
});

describe('subnets', () => {
  test('any text is a range or none, and a pool bears all of them', () => {
    fc.assert(
      fc.property(fc.array(anyText(NUMBERS, 8), { maxLength: 12 }), (texts) => {
        const chosen = new SubnetPool(texts).next();
        const own = parseRange(chosen);
        expect(own?.[1]).toBe(24);
        for (const range of texts.map(parseRange)) {
          if (range !== undefined && own !== undefined && range[1] > 0) expect(overlaps(range, own)).toBe(false);
        }
      }),
    );
  });

  test('an address by its number lies in its subnet', () => {
    const octet = fc.nat({ max: 255 });
    fc.assert(
      fc.property(octet, octet, octet, fc.nat({ max: 255 }), (a, b, c, number) => {
        expect(addressIn(`${a}.${b}.${c}.0/24`, number)).toBe(`${a}.${b}.${c}.${number}`);
      }),
    );
  });
});

describe('marks of a run', () => {
  test('are known again, and no text of others is taken for one that could be no run', () => {
    const name = nameSource(newRunId());
    expect(runOfName(name())).toBe(runOfName(`/${name()}`));
    fc.assert(
      fc.property(anyText(['ec-', 'bcdfghjklm', '-1', '/', 'ec-bcdfghjklm-1']), (text) => {
        const run = runOfName(text);
        if (run !== undefined) expect(text).toMatch(/^\/?ec-[b-df-hj-np-tv-xz2-9]{10}-\d+$/);
      }),
    );
  });

  test('that a ledger holds are read from any text, and only those that are whole', () => {
    const line = fc.oneof(
      anyText(['{"volume":"', '"}', '{"run":"a","pid":1,"endpoint":"x"}'], 6),
      anyJson(['run', 'pid', 'endpoint', 'volume', 'image', 'directory']).map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const content = parseLedger(lines.join('\n'));
        const texts = content === undefined ? [] : [content.run, ...content.volumes, ...content.directories];
        expect(texts.every((text) => typeof text === 'string')).toBe(true);
      }),
    );
  });
});

test('any glob selects claims or is refused, and that at once', () => {
  const ids = ['network.bridge.create', 'network.static-ip.kept', 'volume.rm.daemon-side'];
  const catalogue = ids.map((id): CatalogueEntry => ({ id, level: 'stated', lines: [[1, 1]], statement: id }));
  const glob = anyText(
    [...ids.flatMap((id) => id.split('.')), '.', '*', '**', '{', '}', '!(', '+(', '@(', ')', ','],
    12,
  );
  fc.assert(
    fc.property(glob, (only) => {
      const before = process.cpuUsage();
      try {
        expect(select(catalogue, { only: [only], skip: [], level: null }).length).toBeGreaterThan(0);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
      }
      // Of this process alone, in microseconds: on a busy machine a second passes without it.
      expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
    }),
  );
});
