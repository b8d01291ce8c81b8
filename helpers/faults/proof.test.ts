import { type Proof, summaryOf, type Trial } from './proof';

const trial = (noticed: boolean): Trial => ({
  claim: 'network.default.docker0',
  what: 'another device',
  noticed,
  verdict: noticed ? 'fail' : 'pass',
  reason: '',
  planted: 1,
  durationMs: 1,
});

const proof = (more: Partial<Proof>): Proof => ({
  trials: [trial(true), trial(true)],
  withoutFault: [],
  notPlantable: [],
  notTried: [],
  unsound: [],
  left: [],
  durationMs: 1,
  ...more,
});

test.each<[string, Partial<Proof>, { noticed: number; planted: number; sound: boolean }]>([
  ['all noticed', {}, { noticed: 2, planted: 2, sound: true }],
  ['claims without a fault are told, and no failure', { withoutFault: ['x'] }, { noticed: 2, planted: 2, sound: true }],
  ['one not noticed', { trials: [trial(true), trial(false)] }, { noticed: 1, planted: 2, sound: false }],
  ['a claim fails without a fault', { unsound: [{ claim: 'x', why: 'y' }] }, { noticed: 2, planted: 2, sound: false }],
  ['something is left', { left: ['network x'] }, { noticed: 2, planted: 2, sound: false }],
])('%s', (_what, more, expected) => {
  expect(summaryOf(proof(more))).toEqual(expected);
});
