import fc from 'fast-check';
import { parseCandidate, troubleOf } from '../bootstrap/apt';
import { nearLines } from '../fixtures/arbitrary';
import { mirrorIn, proxiesIn } from './apt-source';

const POLICY = [
  'docker.io:',
  '  Installed: (none)',
  '  Candidate: 20.10.24+dfsg1-1',
  '  Candidate: (none)',
  '  Version table:',
];
const TARGETS = [
  'https://archive.invalid/debian/|bookworm|main|Debian',
  'mirror+file:/etc/mirrors|bookworm|main|$(ORIGIN)',
  'http://|sid|main|',
  'https://[|stable|main|Debian',
  'https://a b/|testing|main|Debian',
];
const DUMP = [
  'Acquire::http::Proxy "http://user:word@proxy.invalid:3142";',
  'Acquire::https::Proxy::archive.invalid "DIRECT";',
  'Acquire::http::Timeout "10";',
  'APT "";',
];

describe('what apt says', () => {
  test('of a candidate is one word, whatever it is', () => {
    fc.assert(fc.property(nearLines(POLICY), (text) => expect(parseCandidate(text) ?? 'a').toMatch(/^\S+$/)));
  });

  test('of its sources gives an archive over HTTP whose host is known, or none', () => {
    fc.assert(
      fc.property(nearLines(TARGETS), nearLines(DUMP), (targets, dump) => {
        const mirror = mirrorIn(targets, () => dump);
        if (mirror !== undefined) expect(mirror).toMatch(/^https?:\/\//);
        for (const proxy of Object.values(proxiesIn(dump, {}, mirror))) expect(proxy).not.toBe('');
      }),
    );
  });

  test('when it fails is told in one line', () => {
    fc.assert(
      fc.property(nearLines(['E: Unable to locate package a', 'dpkg: error: b', 'W: c']), (stderr) => {
        expect(troubleOf({ status: 100, stdout: '', stderr })).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});
