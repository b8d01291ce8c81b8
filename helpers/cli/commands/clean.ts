/** `clean`: removes what interrupted runs left. */

import { forTerminal } from '../../../reports/escape';
import { stopStaleEngines } from '../../bootstrap/stale';
import { clean as cleanTarget } from '../../run/clean';
import { reachTarget } from '../../run/prepare';
import type { TargetFlags } from '../program';
import { targetsOf } from '../targets';

/** Cleans each target, and engines that an interrupted bootstrap left running; says what was removed. Status 3 where something would not go. */
export async function clean(flags: TargetFlags): Promise<void> {
  const stale = await stopStaleEngines();
  for (const line of stale) say(`stopped an engine that an interrupted run had started: ${line}`);
  for (const target of targetsOf(flags)) {
    const reached = await reachTarget(target, flags.apiVersion);
    const { removed, left, alive } = await cleanTarget(reached);
    say(`${target.id}: ${removed.length === 0 ? 'nothing to remove' : `removed ${removed.length}`}`);
    for (const line of removed) say(`  ${line}`);
    for (const run of alive) say(`  left alone: run ${run} goes on`);
    for (const line of left) say(`  could not be removed: ${line}`);
    if (left.length > 0) process.exitCode = 3;
  }
}

function say(line: string): void {
  process.stdout.write(`${forTerminal(line)}\n`);
}
