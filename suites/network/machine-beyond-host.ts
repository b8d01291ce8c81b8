/** A machine beyond the engine's host, which nobody else has anything to do with: a network namespace at the end of a wire. */
import type { ClaimTools } from '../../helpers/claims/tools';
import { addressIn } from '../../helpers/run/subnets';

/**
 * Makes such a machine; the engine's host is its router. It is gone when the claim is over: the namespace goes with its last
 * process, and the wire with the namespace.
 *
 * @returns its address, which answers pings
 * @throws Error where it cannot be made
 */
export async function machineBeyondHost({ host, make }: Pick<ClaimTools, 'host' | 'make'>): Promise<string> {
  const pid = await host.waiting(['unshare', '--net']);
  // A device's name has at most 15 characters.
  const [subnet, wire] = [make.subnet(), make.name().replaceAll('-', '')];
  const [router, address] = [addressIn(subnet, 1), addressIn(subnet, 2)];
  const inside = ['nsenter', '--target', pid, '--net', 'ip'];
  const steps: readonly (readonly string[])[] = [
    ['ip', 'link', 'add', wire, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', pid],
    ['ip', 'address', 'add', `${router}/24`, 'dev', wire],
    ['ip', 'link', 'set', wire, 'up'],
    [...inside, 'address', 'add', `${address}/24`, 'dev', 'eth0'],
    [...inside, 'link', 'set', 'eth0', 'up'],
    [...inside, 'route', 'add', 'default', 'via', router],
  ];
  for (const step of steps) {
    const { exitCode, stderr } = await host.run(step);
    if (exitCode !== 0) throw new Error(`${step.join(' ')}: ${stderr.trim()}`);
  }
  return address;
}
