/** Whether a registry that is configured answers, and how it is spoken to. */
import { EngineClient } from '../engine/client';
import { REACH_LIMIT_MS } from '../engine/limits';
import { openConnection } from '../target/connection';
import { whyUnreachable } from '../target/why-unreachable';
import { UsageError } from '../usage-error';
import { type RegistryScheme, registryEndpoint } from './address';

/**
 * Asks a registry, over plain HTTP first.
 *
 * @param target for the message
 * @throws UsageError where nothing answers there, something else than a registry, or one that lets nobody in
 */
export async function reachRegistry(target: string, address: string): Promise<RegistryScheme> {
  const seen: string[] = [];
  for (const scheme of ['http', 'https'] as const) {
    const answer = await ping(address, scheme);
    if (answer === 200) return scheme;
    if (answer === 401) {
      throw new UsageError(
        `the registry of ${target} at ${address} asks for a password`,
        'configure one that lets the engines in without: the suite pushes to it, and has no credentials',
      );
    }
    seen.push(`${scheme}: ${typeof answer === 'number' ? `/v2/ answered ${answer}` : answer}`);
  }
  throw new UsageError(
    `the registry of ${target} at ${address} does not answer: ${seen.join('; ')}`,
    'start it, or correct its address in the configuration; it must be reachable from this machine, too',
  );
}

/** The status of the first call, or why there is none. */
async function ping(address: string, scheme: RegistryScheme): Promise<number | string> {
  const { options, close } = openConnection(registryEndpoint(address, scheme));
  try {
    const call = { method: 'GET', path: '/v2/', apiVersion: null, limitMs: REACH_LIMIT_MS } as const;
    return (await new EngineClient(options, close).send(call)).status;
  } catch (error) {
    return whyUnreachable(error).reason;
  } finally {
    close();
  }
}
