/**
 * Starts that nobody waits for any more. A run that was killed or interrupted leaves them under way, and an engine that is told
 * to remove a container while it starts may lose count of what is on its network: that then never goes (seen on Docker 20.10.24,
 * once in 30 runs that were killed).
 */
import { isObject, succeeded } from '../engine/answer';
import type { Engine } from '../engine/engine';
import { isEngineTrouble } from '../engine/trouble';
import { poll } from '../verdict/poll';

/** Milliseconds for which no container may have come up, and in which it must be so: a start on a busy host takes seconds. */
const QUIET_MS = 1_500;
const LIMIT_MS = 10_000;

/**
 * Waits until none of these containers is on its way up, as far as that can be seen: those that are created stay so.
 *
 * @param ids of containers; where none of them is created and no more, nothing is waited for
 */
export async function startsSettled(engine: Engine, ids: readonly string[], signal: AbortSignal): Promise<void> {
  if (ids.length === 0) return;
  let seen: string | undefined;
  let since = performance.now();
  const look = async () => {
    const waiting = (await createdOnly(engine)).filter((id) => ids.includes(id)).sort();
    const now = waiting.join(' ');
    if (now !== seen) since = performance.now();
    seen = now;
    return waiting.length === 0 || performance.now() - since >= QUIET_MS;
  };
  await poll(look, (settled) => settled, LIMIT_MS, signal);
}

/** Containers that were never up. None where the engine does not say: what is to be removed is removed all the same. */
async function createdOnly(engine: Engine): Promise<string[]> {
  try {
    const answer = await engine.get('/containers/json', { query: { all: 1, filters: { status: ['created'] } } });
    if (!succeeded(answer) || !Array.isArray(answer.json)) return [];
    return answer.json.flatMap((each) => (isObject(each) && typeof each.Id === 'string' ? [each.Id] : []));
  } catch (error) {
    if (!isEngineTrouble(error)) throw error;
    return [];
  }
}
