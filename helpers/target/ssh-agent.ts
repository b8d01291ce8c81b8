/**
 * HTTP connections over the system's ssh client, as docker's own client makes them: host keys are checked against the
 * user's known_hosts, keys and aliases are those of the user's ssh configuration. On the other side
 * `docker system dial-stdio` passes the bytes to the engine's socket.
 */
import { Agent, type AgentOptions } from 'node:http';
import type { Duplex } from 'node:stream';
import { Semaphore } from '../run/semaphore';
import { UsageError } from '../usage-error';
import { CommandSocket, type SocketCommand } from './command-socket';
import { quoted } from './quoted';
import type { Endpoint } from './target';

export type SshEndpoint = Extract<Endpoint, { kind: 'ssh' }>;

/** Connections that may be starting at the same time: sshd begins to drop them at 10. Source: sshd_config(5), MaxStartups. */
const STARTS = 6;

/**
 * The ssh command that reaches the engine of an endpoint. It never asks anything: what needs a passphrase fails.
 *
 * @throws UsageError where ssh would take the destination as an option
 */
export function sshCommand(endpoint: SshEndpoint): SocketCommand {
  const { destination, port } = endpoint;
  if (/^-|@-/.test(destination)) {
    throw new UsageError(`an ssh destination does not begin with a hyphen: ${quoted(destination)}`);
  }
  const where = port === undefined ? [] : ['-p', String(port)];
  return {
    file: 'ssh',
    args: ['-o', 'BatchMode=yes', ...where, '--', destination, 'docker', 'system', 'dial-stdio'],
    label: `ssh to ${destination}`,
  };
}

/** An agent whose every connection is one ssh command; after `destroy` it makes none. */
export class SshAgent extends Agent {
  readonly #command: SocketCommand;
  readonly #starts = new Semaphore(STARTS);
  #destroyed = false;

  constructor(endpoint: SshEndpoint, options: AgentOptions) {
    super(options);
    this.#command = sshCommand(endpoint);
  }

  override createConnection(): Duplex {
    if (this.#destroyed) throw new Error(`${this.#command.label}: the connection was closed`);
    return new CommandSocket(this.#command, this.#starts);
  }

  override destroy(): void {
    this.#destroyed = true;
    super.destroy();
  }
}
