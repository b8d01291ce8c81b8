/** Whether engines that share a store form a cluster: an overlay network made on one is on all, and gone with its removal. */
import { errorMessage, succeeded } from '../engine/answer';
import { objectOf } from '../engine/engine';
import { isEngineTrouble } from '../engine/trouble';
import { labName } from '../lab/marks';
import type { Formation } from '../target/cluster';
import { poll } from '../verdict/poll';
import type { NamedEngine } from './service-engine';

/** Until an engine has connected to the store and heard of the others. */
const LIMIT_MS = 15_000;

/**
 * Tries an overlay network on the first engine.
 *
 * @param subnet that nothing uses
 * @returns not formed where an engine refuses, does not hear of it, or dies
 */
export async function tryOverlay(
  engines: readonly NamedEngine[],
  subnet: string,
  signal: AbortSignal,
): Promise<Formation> {
  const begun = performance.now();
  try {
    const failure = (await notEverywhere(engines, subnet, signal)) ?? (await silent(engines));
    if (failure !== undefined) return { formed: false, reason: failure };
    return { formed: true, tookMs: Math.round(performance.now() - begun) };
  } catch (error) {
    if (!isEngineTrouble(error) || signal.aborted) throw error;
    return {
      formed: false,
      reason: (await silent(engines)) ?? 'an engine broke its answer off when an overlay network was tried',
    };
  }
}

async function notEverywhere(
  engines: readonly NamedEngine[],
  subnet: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const [first, ...others] = engines;
  if (first === undefined) throw new TypeError('a cluster of no engine');
  const IPAM = { Config: [{ Subnet: subnet }] };
  const body = { Name: labName(), CheckDuplicate: true, Driver: 'overlay', IPAM };
  // The daemon answers before it has reached the store.
  const { last: made } = await poll(() => first.engine.post('/networks/create', { body }), succeeded, LIMIT_MS, signal);
  if (!succeeded(made)) return `${first.name} makes no overlay network: ${made.status} ${errorMessage(made)}`;
  const id = String(objectOf(made).Id);
  for (const there of [true, false]) {
    for (const { name, engine } of others) {
      const look = async () => (await engine.networks()).some((network) => network.Id === id);
      const { accepted } = await poll(look, (seen) => seen === there, LIMIT_MS, signal);
      if (!accepted)
        return `${name} ${there ? 'does not list' : 'still lists'} a network of ${first.name} after ${LIMIT_MS} ms`;
    }
    if (there) {
      const removed = await first.engine.delete(`/networks/${id}`);
      if (!succeeded(removed)) return `${first.name} does not remove it: ${removed.status} ${errorMessage(removed)}`;
    }
  }
  return undefined;
}

/** The engines that have stopped answering, or undefined where all do. */
async function silent(engines: readonly NamedEngine[]): Promise<string | undefined> {
  const answered = await Promise.all(
    engines.map(async ({ name, engine }) => {
      try {
        return (await engine.get('/_ping', { apiVersion: null })) && undefined;
      } catch (error) {
        if (!isEngineTrouble(error)) throw error;
        return name;
      }
    }),
  );
  const gone = answered.filter((name) => name !== undefined);
  return gone.length === 0
    ? undefined
    : `the engine of ${gone.join(' and of ')} died when an overlay network was tried`;
}
