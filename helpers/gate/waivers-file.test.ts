import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { UsageError } from '../usage-error';
import { readWaivers, waiversIn } from './waivers-file';

const GOOD = `# planned
waivers:
  - claims:
      - network.default.*
      - engine.api.serves-1.23
    drift: ['info /ID format']
    targets: ['docker@28.5.2']
    reason: planned with the upgrade
    owner: platform
    reference: OPS-12
    expires: 2027-01-31
  # another
  - drift:
      - container-inspect /HostConfig/**
    changes: [gone]
    reason: r
    owner: o
    reference: x
    expires: "2027-02-28"
`;

function refusal(text: string): UsageError {
  try {
    waiversIn(Buffer.from(text), 'w.yaml');
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error('it was taken');
}

const replaced = (what: string, by: string) => {
  expect(GOOD).toContain(what);
  return GOOD.replace(what, by);
};

test('waivers are read with the lines on which they and their patterns stand', () => {
  const [first, second] = waiversIn(Buffer.from(GOOD), 'w.yaml');
  expect(first).toMatchObject({ file: 'w.yaml', first: 3, last: 11, owner: 'platform', expires: '2027-01-31' });
  expect(first?.claims).toEqual([
    { pattern: 'network.default.*', first: 4, last: 4 },
    { pattern: 'engine.api.serves-1.23', first: 5, last: 5 },
  ]);
  expect(first?.drift).toEqual([{ pattern: 'info /ID format', first: 6, last: 6 }]);
  expect(second).toMatchObject({ first: 13, last: 19, changes: ['gone'], claims: [] });
});

test.each([
  ['no reason', replaced('    reason: planned with the upgrade\n', ''), 'w.yaml:3: waivers[0].reason: is missing'],
  ['an empty reason', replaced('planned with the upgrade', '""'), 'w.yaml:8: waivers[0].reason: is empty: fill it in'],
  ['a reason of spaces', replaced('planned with the upgrade', '"  "'), 'w.yaml:8: waivers[0].reason: is empty'],
  ['an empty date', replaced('2027-01-31', '""'), 'w.yaml:11: waivers[0].expires: is empty: fill it in'],
  [
    'no date',
    replaced('2027-01-31', 'soon'),
    'w.yaml:11: waivers[0].expires: must be a date like 2027-01-31, not "soon"',
  ],
  ['a day that is none', replaced('2027-01-31', '2027-02-30'), 'must be a date like 2027-01-31'],
  ['an unknown key', replaced('owner:', 'ownr:'), 'waivers[0].ownr: is not known; did you mean owner?'],
  ['an unknown change', replaced('[gone]', '[went]'), 'w.yaml:15: waivers[1].changes[0]: must be one of regression'],
  [
    'nothing to accept',
    replaced('  - drift:\n      - container-inspect /HostConfig/**\n    changes', '  - changes'),
    'w.yaml:13: names neither claims nor drift',
  ],
  ['an empty list', replaced("['docker@28.5.2']", '[]'), 'waivers[0].targets: must not have fewer than 1 items'],
  ['no YAML', 'waivers: [', 'w.yaml:1:'],
  ['nothing in it', '', 'w.yaml:1: the document: must be a map'],
  ['another thing in it', 'targets: {}', 'waivers: is missing'],
])('a file with %s is refused with the line', (_what, text, message) => {
  expect(refusal(text).message).toContain(message);
  expect(refusal(text).message).not.toContain('\n');
});

test('a file that is not there, or too large, is refused', () => {
  const folder = temporaryFolder();
  expect(() => readWaivers(join(folder, 'none.yaml'))).toThrow('the file of waivers');
  const large = join(folder, 'large.yaml');
  writeFileSync(large, 'x'.repeat(2_000_000));
  expect(() => readWaivers(large)).toThrow('is over');
  writeFileSync(join(folder, 'w.yaml'), GOOD);
  expect(readWaivers(join(folder, 'w.yaml'))).toHaveLength(2);
});
