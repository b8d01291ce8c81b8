import { succeeded, UnexpectedAnswer } from '../../helpers/engine/answer';
import type { Engine } from '../../helpers/engine/engine';

/**
 * Takes an image off the engine, with all of it that no other image has.
 *
 * @throws UnexpectedAnswer where the engine keeps it
 */
export async function removed(engine: Engine, reference: string): Promise<void> {
  const answer = await engine.delete(`/images/${reference}`, { query: { force: 1 } });
  if (!succeeded(answer)) throw new UnexpectedAnswer(answer);
  const left = await engine.get(`/images/${reference}/json`);
  if (left.status !== 404) throw new UnexpectedAnswer(left);
}
