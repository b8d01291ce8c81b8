import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { UsageError } from '../usage-error';
import { Ledger, parseLedger, readLedgers } from './ledger';

const ENDPOINT = 'unix:///var/run/docker.sock';

let directory: string;
beforeEach(() => {
  directory = temporaryFolder();
});

const opening = (pid: number) => JSON.stringify({ run: 'bcdfghjklm', pid, endpoint: ENDPOINT });

/** A process id that was given to a process which has ended. */
function endedPid(): number {
  return spawnSync('true').pid;
}

describe('a ledger', () => {
  test('holds what was written down, for whoever reads it later', () => {
    const ledger = new Ledger('bcdfghjklm', ENDPOINT, directory);
    ledger.volume('v1');
    ledger.volume('v2');
    ledger.image('engine-conformance/probe:bcdfghjklm');
    ledger.directory('/tmp/ec-a');
    expect(readLedgers(directory)).toEqual([
      {
        run: 'bcdfghjklm',
        endpoint: ENDPOINT,
        alive: true,
        volumes: ['v1', 'v2'],
        images: ['engine-conformance/probe:bcdfghjklm'],
        directories: ['/tmp/ec-a'],
        file: expect.stringContaining(directory),
      },
    ]);
  });

  test('is gone when it is closed, and closing it twice is no error', () => {
    const ledger = new Ledger('bcdfghjklm', ENDPOINT, directory);
    ledger.close();
    ledger.close();
    expect(readLedgers(directory)).toEqual([]);
  });

  test('is each target’s own: what is written of one, and its end, is nothing to the other', () => {
    const [first, second] = [ENDPOINT, 'tcp://engine:2375'].map(
      (endpoint) => new Ledger('bcdfghjklm', endpoint, directory),
    );
    first?.volume('of the first');
    second?.volume('of the second');
    const read = () => Object.fromEntries(readLedgers(directory).map(({ endpoint, volumes }) => [endpoint, volumes]));
    expect(read()).toEqual({ [ENDPOINT]: ['of the first'], 'tcp://engine:2375': ['of the second'] });
    second?.close();
    expect(read()).toEqual({ [ENDPOINT]: ['of the first'] });
  });

  test('can be read by its user alone', () => {
    const inner = join(directory, 'new');
    new Ledger('bcdfghjklm', ENDPOINT, inner);
    expect(statSync(inner).mode & 0o777).toBe(0o700);
    expect(statSync(readLedgers(inner)[0]?.file ?? '').mode & 0o777).toBe(0o600);
  });

  test('that a kill cut short is read up to there', () => {
    const ledger = new Ledger('bcdfghjklm', ENDPOINT, directory);
    ledger.volume('v1');
    const [{ file } = { file: '' }] = readLedgers(directory);
    appendFileSync(file, '{"volume":"v2');
    expect(readLedgers(directory)[0]?.volumes).toEqual(['v1']);
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 20));
    expect(readLedgers(directory)).toEqual([]);
  });

  test('is neither written nor read where others can write to its directory, as they choose what is removed', () => {
    const inner = join(directory, 'new');
    new Ledger('bcdfghjklm', ENDPOINT, inner).volume('v1');
    const link = join(directory, 'link');
    symlinkSync(inner, link);
    chmodSync(inner, 0o777);
    for (const unsafe of [inner, link]) {
      expect(() => readLedgers(unsafe)).toThrow(UsageError);
      expect(() => new Ledger('bcdfghjklm', ENDPOINT, unsafe)).toThrow(/can be written by others/);
    }
    chmodSync(inner, 0o700);
    expect(() => readLedgers(link)).toThrow(UsageError);
    expect(readLedgers(inner)[0]?.volumes).toEqual(['v1']);
  });

  test('nobody opened is none, and neither is another file', () => {
    writeFileSync(join(directory, 'notes.txt'), opening(1));
    expect(readLedgers(directory)).toEqual([]);
    expect(readLedgers(join(directory, 'missing'))).toEqual([]);
  });
});

describe('the lines of a ledger', () => {
  test.each<[string, number, boolean]>([
    ['this process', process.pid, true],
    ['the first process', 1, true],
    ['a process that has ended', endedPid(), false],
    ['no process', 2 ** 30, false],
    ['a whole group of processes', 0, false],
    ['all processes', -1, false],
    ['a part of one', 1.5, false],
  ])('written by %s are those of a run that goes on: %s', (_what, pid, alive) => {
    expect(parseLedger(opening(pid))?.alive).toBe(alive);
  });

  test.each(['', '\n', '[]', 'null', '7', 'garbage', '{"run":"x"}', '{"run":"x","pid":"1","endpoint":"y"}'])(
    'without an opening are no ledger: %j',
    (text) => {
      expect(parseLedger(text)).toBeUndefined();
    },
  );

  test('that are none, or hold what is no text, are left out', () => {
    const lines = [
      opening(1),
      '{"volume":7}',
      'garbage',
      'null',
      '["v"]',
      '{"volume":"v","other":1}',
      '{"directory":null}',
    ];
    expect(parseLedger(lines.join('\n'))).toMatchObject({ volumes: ['v'], images: [], directories: [] });
  });
});
