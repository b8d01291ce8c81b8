/** The engine's host as one claim has it: what is done there is its evidence, and what is made there goes with it. */
import type { Maker } from '../claims/maker';
import type { ClaimTools } from '../claims/tools';
import type { Transcript } from '../engine/transcript';
import { hostByCommands } from '../host/by-commands';
import type { EngineHost } from '../host/engine-host';
import { thisMachine } from '../host/this-machine';
import type { HostCommand } from '../target/cluster';
import { commandsOf } from '../target/target';
import type { SessionParts } from './session-parts';

export interface ClaimOnHost {
  readonly make: Maker;
  /** Runs a command of this machine. */
  readonly run: ClaimTools['run'];
  readonly transcript: Transcript;
  readonly signal: AbortSignal;
}

/**
 * The tools for the host of the target's engine, the first of a cluster.
 *
 * @throws TypeError where nothing can be done there, which a need decides before
 */
export function hostOfClaim({ target, facts }: SessionParts, claim: ClaimOnHost): EngineHost {
  const { make, run, transcript, signal } = claim;
  if (facts.host.local) return thisMachine({ run, make });
  const commands = commandsOf(target);
  if ('absent' in commands || facts.hostByCommands?.usable !== true)
    throw new TypeError("the claim does not say that it needs the engine's host, and nothing can be done there");
  const name = target.cluster?.hosts[0].name ?? "the engine's host";
  return hostByCommands({ run: recordedOn(name, commands.run, transcript), make, signal });
}

/** Commands on a host, each of them evidence under its name. */
export function recordedOn(host: string, run: HostCommand, transcript: Transcript): HostCommand {
  return async (command, options) => {
    const begun = performance.now();
    const result = await run(command, options);
    const ms = Math.round(performance.now() - begun);
    transcript.ran({ host, command: command.join(' '), ...result, ms });
    return result;
  };
}
