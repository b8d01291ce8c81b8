/** The proof that commands reach the engine's host, and what is there for them. */
import type { Engine } from '../engine/engine';
import { messageOf } from '../engine/trouble';
import type { HostCommand } from '../target/cluster';
import { HOST_TOOLS, type HostByCommands } from '../target/facts';
import type { HostView } from '../target/host';

/** What is printed of each: the kernel's boot, the network namespace, the user, the tools, and at last the engine's own file. */
const LOOK = `cat /proc/sys/kernel/random/boot_id
readlink /proc/self/ns/net
id -u
for tool in ${HOST_TOOLS.join(' ')}; do command -v $tool > /dev/null && printf '%s ' $tool; done
echo
cat "$1"`;

/**
 * Holds what a command sees against what a container on the host's network saw: same boot, same network namespace, and the
 * engine's own file of that container readable, with the container's name in it.
 */
export async function proveCommands(view: HostView, engine: Engine, run: HostCommand): Promise<HostByCommands> {
  const { HostnamePath, Config } = await engine.inspect(view.container);
  let said: string;
  try {
    said = (await run(['sh', '-c', LOOK, 'sh', String(HostnamePath)])).stdout;
  } catch (error) {
    return { usable: false, reason: `commands on the engine's host come to no end: ${messageOf(error)}` };
  }
  const [bootId, networkNamespace, user, tools = '', name] = said.split('\n').map((line) => line.trim());
  if (bootId !== view.bootId || networkNamespace !== view.networkNamespace) return elsewhere;
  if (user !== '0') return { usable: false, reason: "commands on the engine's host are not run as root there" };
  if (name === undefined || name === '' || name !== Config?.Hostname) return elsewhere;
  return { usable: true, tools: HOST_TOOLS.filter((tool) => tools.split(' ').includes(tool)) };
}

const elsewhere: HostByCommands = {
  usable: false,
  reason: "the commands that are to run on the engine's host run elsewhere",
};
