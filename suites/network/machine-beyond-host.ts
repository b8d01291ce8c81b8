/** A machine beyond the engine's host, which nobody else has anything to do with: a network namespace at the end of a wire. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ClaimTools } from '../../helpers/claims/tools';
import { addressIn } from '../../helpers/run/subnets';

/**
 * Makes such a machine; this machine, the engine's host, is its router. It is gone when the claim is over.
 *
 * @returns its address, which answers pings
 * @throws Error where it cannot be made
 */
export async function machineBeyondHost({ make, run }: Pick<ClaimTools, 'make' | 'run'>): Promise<string> {
  // It waits for a word that never comes: where this process is killed, its end of the pipe closes, and the machine is gone.
  const child = spawn('unshare', ['--net', 'sh', '-c', 'echo up; read -r word'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  make.defer(async () => {
    // The namespace goes with its last process, and the wire with the namespace.
    child.kill('SIGKILL');
    await ended;
  });
  await once(child.stdout, 'data');
  const [subnet, wire, pid] = [make.subnet(), make.name().replaceAll('-', ''), String(child.pid)];
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
  for (const [file = '', ...args] of steps) {
    const { exitCode, stderr } = await run(file, args);
    if (exitCode !== 0) throw new Error(`${file} ${args.join(' ')}: ${stderr.trim()}`);
  }
  return address;
}
