/** `plan`: what would be tried, and what not; nothing is made on the target. */

import { forTerminal } from '../../../reports/escape';
import { loadCatalogue } from '../../claims/catalogue';
import { SUITES } from '../../run/jest';
import { makePlan, type Plan } from '../../run/plan';
import { reachTarget } from '../../run/reach-target';
import { parseLevel, select } from '../../run/selection';
import type { TargetFacts } from '../../target/facts';
import { isLabTarget, type RequestedTarget } from '../../target/target';
import type { SelectionFlags, TargetFlags } from '../program';
import { targetsOf } from '../targets';

const NOT_STARTED = ' by the catalogue of the lab; a run starts it, and plans by what it finds';

/** Prints the plan of each target. */
export async function plan(flags: TargetFlags & SelectionFlags & { json?: boolean }): Promise<void> {
  const catalogue = loadCatalogue(SUITES);
  const level = flags.level === undefined ? null : parseLevel(flags.level);
  const selected = select(catalogue, { only: flags.only, skip: flags.skip, level });
  const known = await Promise.all(targetsOf(flags).map((target) => factsOf(target, flags.apiVersion)));
  const plans = known.map(({ target, facts, started }) => ({
    target,
    engine: `${facts.vendor} ${facts.version}`,
    started,
    plan: makePlan(catalogue, selected, facts),
  }));
  if (flags.json)
    process.stdout.write(
      `${JSON.stringify(
        plans.map((each) => ({ ...each, plan: asJson(each.plan) })),
        null,
        1,
      )}\n`,
    );
  else
    for (const each of plans)
      process.stdout.write(
        `${forTerminal(each.target)}: ${forTerminal(each.engine)}${each.started ? '' : NOT_STARTED}\n${text(each.plan)}\n`,
      );
}

interface Known {
  readonly target: string;
  readonly facts: TargetFacts;
  /** False where the engine was not asked: the lab starts it for a run alone. */
  readonly started: boolean;
}

async function factsOf(target: RequestedTarget, apiVersion: string | undefined): Promise<Known> {
  if (isLabTarget(target)) {
    const { expectedFacts } = await import('../../lab/expected-facts.js');
    return { target: target.id, facts: await expectedFacts(target, apiVersion), started: false };
  }
  const { facts, client } = await reachTarget(target, apiVersion);
  client.close();
  return { target: target.id, facts, started: true };
}

function asJson(plan: Plan): Record<string, unknown> {
  return {
    tried: plan.tried.map(({ id }) => id),
    notApplicable: plan.notApplicable.map(({ claim, reason }) => ({ id: claim.id, reason })),
    notImplemented: plan.notImplemented.map(({ id }) => id),
    notSelected: plan.notSelected,
  };
}

function text(plan: Plan): string {
  const lines = [
    ...plan.tried.map(({ id }) => `  try  ${id}`),
    ...plan.notApplicable.map(({ claim, reason }) => `  n/a  ${claim.id}: ${forTerminal(reason)}`),
    `  ${plan.tried.length} to try, ${plan.notApplicable.length} not applicable, ${plan.notImplemented.length} not implemented, ${plan.notSelected} not selected`,
  ];
  return `${lines.join('\n')}\n`;
}
