/**
 * A process of a host that stands still for a while: to all others it is dead, and afterwards it is there as before. The host
 * itself wakes it when its time is over, so that a suite that is killed meanwhile leaves nothing frozen.
 */
import type { HostTools } from '../claims/cluster';

/**
 * The processes on a host whose command line has all of these words; each word is an extended regular expression for the whole.
 *
 * @throws Error where the host cannot be looked at
 */
export async function processesWith(
  { name, run }: Pick<HostTools, 'name' | 'run'>,
  words: readonly string[],
): Promise<string[]> {
  const tests = words.map((_word, at) => `echo "$all" | grep -qxE -e "$${at + 1}" || continue`);
  const script = [
    'for file in /proc/[0-9]*/cmdline; do',
    `all=$(tr '\\000' '\\n' < "$file" 2> /dev/null)`,
    ...tests,
    'echo "$file" | cut -d / -f 3',
    'done',
    'echo end',
  ].join('\n');
  const { stdout, stderr } = await run(['sh', '-c', script, 'sh', ...words]);
  const lines = stdout.trim().split('\n');
  if (lines.pop() !== 'end') throw new Error(`the processes of ${name} cannot be looked at: ${stderr.trim()}`);
  return lines.filter((line) => /^\d+$/.test(line));
}

/**
 * Freezes processes.
 *
 * @param seconds after which the host wakes them itself
 * @returns what wakes them; it may be called again
 * @throws Error where the host does not
 */
export async function freeze(
  { name, run }: Pick<HostTools, 'name' | 'run'>,
  processes: readonly string[],
  seconds: number,
): Promise<() => Promise<void>> {
  const all = processes.join(' ');
  // The host's own end of it is there before they stand still.
  const later = `trap 'kill $s; exit' TERM; sleep ${seconds} & s=$!; wait $s; kill -CONT ${all}`;
  const watch = await run(['sh', '-c', `(${later}) > /dev/null 2>&1 & echo $!`]);
  const pid = watch.stdout.trim();
  if (!/^\d+$/.test(pid)) throw new Error(`${name} runs nothing in the background: ${watch.stderr.trim()}`);
  let awake = false;
  const wake = async () => {
    if (awake) return;
    // First the processes: where this is cut short the host still has its own end of it.
    await run(['sh', '-c', `kill -CONT ${all}; kill ${pid}`]);
    awake = true;
  };
  const stopped = await run(['sh', '-c', `kill -STOP ${all}`]);
  if (stopped.exitCode === 0) return wake;
  await wake();
  throw new Error(`${name} does not freeze ${all}: ${stopped.stderr.trim()}`);
}
