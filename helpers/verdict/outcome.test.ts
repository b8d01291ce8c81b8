import type { EngineChange, VersionFacts } from '../claims/changes';
import { exitStatus, judge, type Outcome, type RunOutcome, type Verdict } from './outcome';

const change: EngineChange = { vendor: 'docker', engine: '>=20.0.0', why: 'it was changed', reference: 'measured' };
const changed: VersionFacts = { vendor: 'docker', version: '20.10.24', apiVersionAsked: '1.23' };
const unchanged: VersionFacts = { vendor: 'docker', version: '1.11.1', apiVersionAsked: '1.23' };

describe('the outcome of a verdict', () => {
  test.each<[Verdict, applies: Outcome, none: Outcome, strict: Outcome]>([
    ['pass', 'unexpected-pass', 'as-expected', 'as-expected'],
    ['fail', 'known-change', 'regression', 'regression'],
    ['not-applicable', 'not-judged', 'not-judged', 'not-judged'],
    ['error', 'not-judged', 'not-judged', 'not-judged'],
  ])('%s: %s where a change applies, %s where none does, %s where none is taken for granted', (...row) => {
    const [verdict, applies, none, strict] = row;
    expect(judge(verdict, [change], changed, false).outcome).toBe(applies);
    expect(judge(verdict, [change], unchanged, false).outcome).toBe(none);
    expect(judge(verdict, undefined, changed, false).outcome).toBe(none);
    expect(judge(verdict, [change], changed, true).outcome).toBe(strict);
  });

  test('carries the change that explains it, and no other', () => {
    expect(judge('fail', [change], changed, false).change).toBe(change);
    expect(judge('pass', [change], changed, false).change).toBe(change);
    expect(judge('error', [change], changed, false)).toEqual({ outcome: 'not-judged' });
    expect(judge('fail', [change], unchanged, false)).toEqual({ outcome: 'regression' });
    expect(judge('fail', [change], changed, true)).toEqual({ outcome: 'regression' });
  });
});

describe('the exit status of a run', () => {
  const fine: RunOutcome = { interrupted: false, outcomes: ['as-expected'], unjudged: 0, leftBehind: false };

  test.each<[string, Partial<RunOutcome>, number]>([
    ['all as expected', {}, 0],
    ['nothing judged, nothing missed', { outcomes: [] }, 0],
    ['a known change', { outcomes: ['known-change'] }, 0],
    ['a waived departure', { outcomes: ['waived'] }, 0],
    ['a claim that is not applicable', { outcomes: ['not-judged'] }, 0],
    ['a regression among others', { outcomes: ['as-expected', 'regression', 'known-change'] }, 1],
    ['an unexpected pass', { outcomes: ['unexpected-pass'] }, 1],
    ['a claim in error', { outcomes: ['not-judged'], unjudged: 1 }, 3],
    ['something left behind', { leftBehind: true }, 3],
    ['a regression and an error', { outcomes: ['regression', 'not-judged'], unjudged: 1 }, 1],
    ['a regression, and something left behind', { outcomes: ['regression'], leftBehind: true }, 1],
    ['an interruption', { interrupted: true }, 130],
    ['an interruption after a regression', { interrupted: true, outcomes: ['regression'], unjudged: 3 }, 130],
  ])('%s', (_what, more, expected) => {
    expect(exitStatus({ ...fine, ...more })).toBe(expected);
  });
});
