/** Test cases of JUnit for a gate. */
import { changeWords, sinceWords, unaccepted } from '../comparisons';
import type { ReportComparison, ReportDifference } from '../report';
import type { JudgedClaim, TargetView } from '../view';
import { type Case, caseOf, describe, type Suite } from './junit-case';

/** Of a gate what changed breaks the build, and nothing else: what departs as it did before passes. */
export function gateCase(gate: ReportComparison): (classname: string, item: JudgedClaim) => Case {
  const changed = new Map(unaccepted(gate).map((difference) => [difference.id, difference]));
  return (classname, item) => {
    const { claim, result } = item;
    const difference = changed.get(claim.id);
    const plain = caseOf(classname, item);
    if (difference !== undefined) return { ...withoutOutput(plain), failure: failureOf(difference) };
    if (plain.failure === undefined) return plain;
    const { failure: _before, ...rest } = plain;
    return {
      ...rest,
      output: [`fails as it did before, and is counted as passed: ${result.outcome}`, ...describe(item)],
    };
  };
}

function withoutOutput({ output: _output, ...rest }: Case): Case {
  return rest;
}

/** A case for each place of drift that changed, and for each waiver that is not in order. */
export function driftSuites(view: TargetView, gate: ReportComparison): Suite[] {
  const name = `${view.target.id}.drift`;
  const base = { classname: name, durationMs: 0 };
  const places = gate.differences
    .filter(({ subject }) => subject === 'drift')
    .map((difference) =>
      difference.accepted
        ? { ...base, name: difference.id, output: [`accepted: ${difference.waiver ?? ''}`] }
        : { ...base, name: difference.id, failure: failureOf(difference) },
    );
  const waivers = gate.waivers.map(({ where, problem, message }) => {
    return { ...base, name: where, failure: { type: problem, message, body: [] } };
  });
  const cases = [...places, ...waivers];
  return cases.length === 0 ? [] : [{ name, view, cases }];
}

function failureOf(difference: ReportDifference): NonNullable<Case['failure']> {
  const { change, was, is, seeByHand } = difference;
  const since = sinceWords(difference);
  const body = [
    `was: ${was ?? 'as the schema says'}`,
    `is: ${is ?? 'as the schema says'}`,
    ...(since === undefined ? [] : [`known: ${since}`]),
    ...(seeByHand === null ? [] : [`by hand: ${seeByHand}`]),
  ];
  return { type: change, message: `${changeWords(difference)}: ${is ?? was ?? ''}`, body };
}
