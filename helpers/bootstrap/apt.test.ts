import { isLocked, parseCandidate, troubleOf } from './apt';

test.each([
  ['an installable package', 'docker.io:\n  Installed: (none)\n  Candidate: 20.10.24+dfsg1-1\n', '20.10.24+dfsg1-1'],
  ['a package that is only mentioned', 'x:\n  Installed: (none)\n  Candidate: (none)\n', undefined],
  ['an unknown package', '', undefined],
])('The candidate of %s is read.', (_what, text, expected) => {
  expect(parseCandidate(text)).toBe(expected);
});

test('The lock of another apt is told from other trouble.', () => {
  const stderr = 'E: Could not get lock /var/lib/apt/lists/lock. It is held by process 8 (apt-get)\n';
  expect(isLocked({ status: 100, stdout: '', stderr })).toBe(true);
  expect(isLocked({ status: 100, stdout: '', stderr: 'E: Unable to locate package x\n' })).toBe(false);
  expect(isLocked({ status: 0, stdout: '', stderr })).toBe(false);
});

test.each([
  [0, 'W: a warning\n', undefined],
  [
    100,
    'W: a warning\nE: Unable to fetch some archives\nE: another\nE: a third\n',
    'E: Unable to fetch some archives E: another',
  ],
  [100, 'something else\n', 'something else'],
  [100, '', 'status 100'],
  [null, '', 'it took too long, or was killed'],
])('What an end with %s and %j means is told on one line.', (status, stderr, expected) => {
  expect(troubleOf({ status, stdout: '', stderr })).toBe(expected);
});
