/** `clean`: removes what interrupted runs left. */

import { forTerminal } from '../../../reports/escape';
import { count } from '../../../reports/values';
import { stopStaleEngines } from '../../bootstrap/stale';
import { clean as cleanTarget } from '../../run/clean';
import { reachTarget } from '../../run/reach-target';
import { resolveDefault } from '../../target/resolve';
import { isLabTarget, type RequestedTarget, type Target } from '../../target/target';
import type { TargetFlags } from '../program';
import { targetsOf } from '../targets';

/** Cleans each target, and engines that an interrupted bootstrap left running; says what was removed. Status 3 where something would not go. */
export async function clean(flags: TargetFlags): Promise<void> {
  const stale = await stopStaleEngines();
  for (const line of stale) say(`stopped an engine that an interrupted run had started: ${line}`);
  for (const target of enginesToClean(targetsOf(flags))) {
    const reached = await reachTarget(target, flags.apiVersion);
    const { removed, left, alive, standing } = await cleanTarget(reached);
    say(`${target.id}: ${removed.length === 0 ? 'nothing to remove' : `removed ${removed.length}`}`);
    for (const line of removed) say(`  ${line}`);
    for (const run of alive) say(`  left alone: run ${run} goes on`);
    if (standing > 0)
      say(`  left alone: ${count(standing, 'host')} of the lab; "lab down" removes what "lab up" started`);
    for (const line of left) say(`  could not be removed: ${line}`);
    if (left.length > 0) process.exitCode = 3;
  }
}

/** What an engine of the lab leaves is on the outer engine: with the host of the lab its own goes too. */
function enginesToClean(targets: readonly RequestedTarget[]): Target[] {
  const running = targets.filter((target) => !isLabTarget(target)) as Target[];
  return running.length === targets.length ? running : [...running, resolveDefault(process.env)];
}

function say(line: string): void {
  process.stdout.write(`${forTerminal(line)}\n`);
}
