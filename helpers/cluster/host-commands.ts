/** How commands are run on a host that is there already: over ssh, or in the container that is the host. */
import { shellWord } from '../../reports/shell-word';
import { EngineClient } from '../engine/client';
import { Engine } from '../engine/engine';
import { Transcript } from '../engine/transcript';
import { messageOf } from '../engine/trouble';
import { runCommand } from '../run/command';
import type { ClusterHost, HostCommand } from '../target/cluster';
import { openConnection } from '../target/connection';
import { reachEngine } from '../target/reach';
import type { Endpoint } from '../target/target';
import { UsageError } from '../usage-error';

/** Milliseconds of a command, where nothing is said. */
const LIMIT_MS = 20_000;

/** Nobody is there to be asked for a password; a host that does not answer is given up soon. */
const SSH_OPTIONS = ['-o', 'BatchMode=yes', '-o', 'ConnectTimeout=5'];

/** Over the ssh command. On the other side a shell reads the words again, so each is quoted for it. */
export function overSsh(destination: string): HostCommand {
  return (command, { limitMs = LIMIT_MS } = {}) =>
    runCommand('ssh', [...SSH_OPTIONS, destination, '--', ...command.map(shellWord)], { limitMs });
}

/** In a container of another engine, in which the host's own engine runs. */
export function inContainer(container: string, endpoint: Endpoint): HostCommand {
  return async (command, { limitMs = LIMIT_MS } = {}) => {
    const { options, close } = openConnection(endpoint);
    const client = new EngineClient(options, close);
    try {
      const target = { id: container, endpoint, source: 'the configuration' };
      const { apiVersionAsked: apiVersion } = await reachEngine(target, client);
      const context = { client, apiVersion, signal: new AbortController().signal, labels: {}, created: async () => {} };
      const engine = new Engine({ ...context, transcript: new Transcript('setup') });
      return await engine.exec({ id: container, name: container }, command, limitMs);
    } finally {
      client.close();
    }
  };
}

/**
 * Tries the way to run commands on a host, where one is given.
 *
 * @throws UsageError where no command comes to its end
 */
export async function assertCommands(target: string, { name, commands }: ClusterHost): Promise<void> {
  if ('absent' in commands) return;
  const mend = `correct "run" of ${name} in the configuration, or leave it out`;
  let trouble: string;
  try {
    const { exitCode, stderr } = await commands.run(['true']);
    if (exitCode === 0) return;
    trouble = stderr.trim() || `"true" ended with ${exitCode}`;
  } catch (error) {
    trouble = messageOf(error);
  }
  throw new UsageError(
    `no command can be run on ${name} of ${target}: ${trouble.replace(/\s+/g, ' ').slice(0, 300)}`,
    mend,
  );
}
