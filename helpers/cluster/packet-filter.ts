/**
 * Rules in a host's own packet filter, for a while. The host itself takes a rule out again when its time is over, so that a
 * suite that is killed meanwhile leaves no host cut off.
 */
import type { HostTools } from '../claims/cluster';

/** A chain and what a packet of it must be, as iptables takes them: `INPUT`, `-p udp --dport 4789 -s 10.0.0.8`. */
export interface FilterRule {
  readonly chain: 'INPUT' | 'OUTPUT';
  readonly match: readonly string[];
  readonly action: readonly string[];
}

/** Drops what comes to a port from one address; nothing else. */
export function dropped(protocol: 'tcp' | 'udp', port: number, from: string): FilterRule {
  return { chain: 'INPUT', match: ['-p', protocol, '--dport', String(port), '-s', from], action: ['-j', 'DROP'] };
}

/** Refuses connections to an address, as a host does on which nobody listens. */
export function refusedTo(address: string): FilterRule {
  const { hostname, port } = new URL(`tcp://${address}`);
  const match = ['-p', 'tcp', '-d', hostname, '--dport', port];
  return { chain: 'OUTPUT', match, action: ['-j', 'REJECT', '--reject-with', 'tcp-reset'] };
}

/** `-w`: another program may be at the filter. */
const IPTABLES = ['iptables', '-w', '5'];

/**
 * Puts rules in front of a host's filter.
 *
 * @param mark by which they are told from rules of others, one for each call
 * @param seconds after which the host takes them out itself
 * @returns what takes them out; it may be called again
 * @throws Error where the host's filter does not take them
 */
export async function filter(
  { name, run }: Pick<HostTools, 'name' | 'run'>,
  rules: readonly FilterRule[],
  mark: string,
  seconds: number,
): Promise<() => Promise<void>> {
  const removals = rules.map((rule) => [...IPTABLES, '-D', ...words(rule, mark)]);
  const later = ['sleep', String(seconds), ...removals.flatMap((removal) => [';', ...removal])].join(' ');
  // The host's own end of it is there before the rules are.
  const watch = await run(['sh', '-c', `setsid sh -c '${later}' > /dev/null 2>&1 < /dev/null & echo $!`]);
  const pid = watch.stdout.trim();
  if (!/^\d+$/.test(pid)) throw new Error(`${name} runs nothing in the background: ${watch.stderr.trim()}`);
  let open = false;
  const remove = async () => {
    if (open) return;
    // First the rules: where this is cut short the host still has its own end of it.
    for (const removal of removals) await run(removal);
    await run(['sh', '-c', `kill -s TERM -- -${pid}`]);
    open = true;
  };
  for (const rule of rules) {
    const { exitCode, stderr } = await run([...IPTABLES, '-I', ...words(rule, mark)]);
    if (exitCode === 0) continue;
    await remove();
    throw new Error(`the packet filter of ${name} takes no rule: ${stderr.trim()}`);
  }
  return remove;
}

function words({ chain, match, action }: FilterRule, mark: string): string[] {
  return [chain, ...match, '-m', 'comment', '--comment', mark, ...action];
}
