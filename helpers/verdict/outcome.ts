/** What a verdict means for this engine and version. */
import { applicableChange, type EngineChange, type VersionFacts } from '../claims/changes';

export type Verdict = 'pass' | 'fail' | 'not-applicable' | 'error';
export type Outcome = 'as-expected' | 'known-change' | 'regression' | 'unexpected-pass' | 'waived' | 'not-judged';

export interface Judgement {
  readonly outcome: Outcome;
  /** The known departure that explains the outcome. */
  readonly change?: EngineChange;
}

/**
 * Holds a verdict against what is known of the engine.
 *
 * | verdict        | a change applies | none applies |
 * |----------------|------------------|--------------|
 * | pass           | unexpected-pass  | as-expected  |
 * | fail           | known-change     | regression   |
 * | not-applicable | not-judged       | not-judged   |
 * | error          | not-judged       | not-judged   |
 *
 * @param strict takes no known change for granted: every fail is a regression, every pass as expected
 */
export function judge(
  verdict: Verdict,
  changes: readonly EngineChange[] | undefined,
  facts: VersionFacts,
  strict: boolean,
): Judgement {
  if (verdict === 'not-applicable' || verdict === 'error') return { outcome: 'not-judged' };
  const change = strict ? undefined : applicableChange(changes, facts);
  if (verdict === 'pass')
    return change === undefined ? { outcome: 'as-expected' } : { outcome: 'unexpected-pass', change };
  return change === undefined ? { outcome: 'regression' } : { outcome: 'known-change', change };
}

export type ExitStatus = 0 | 1 | 2 | 3 | 130;

/** What decides the exit status of a run. */
export interface RunOutcome {
  readonly interrupted: boolean;
  readonly outcomes: readonly Outcome[];
  /** Claims whose check ended in an error or never reported. */
  readonly unjudged: number;
  /** Whether something of ours is left on a host. */
  readonly leftBehind: boolean;
}

/**
 * 130 interrupted · 1 an engine departs · 3 incomplete · 0 conforms. A departure that was seen stands, also where the run
 * is incomplete: 1 comes before 3.
 */
export function exitStatus(run: RunOutcome): ExitStatus {
  if (run.interrupted) return 130;
  if (run.outcomes.some((outcome) => outcome === 'regression' || outcome === 'unexpected-pass')) return 1;
  return run.unjudged > 0 || run.leftBehind ? 3 : 0;
}
