/** What one claim or fixture made on an engine, and its removal. */
import { rm } from 'node:fs/promises';
import { errorMessage, succeeded } from '../engine/answer';
import type { Engine } from '../engine/engine';
import { isEngineTrouble, messageOf } from '../engine/trouble';
import { poll } from '../verdict/poll';

type Kind = 'container' | 'network' | 'volume';

/** Milliseconds that removing one object may take, all attempts together. */
const REMOVAL_LIMIT_MS = 20_000;

/** Broken connections in a row, over about a second, after which an engine is taken for gone. */
const BROKEN_CONNECTIONS = 8;

export class Belongings {
  readonly #made: Record<Kind, Set<string>> = { container: new Set(), network: new Set(), volume: new Set() };
  readonly #directories = new Set<string>();
  readonly #actions: (() => Promise<void>)[] = [];

  add(kind: Kind, idOrName: string): void {
    this.#made[kind].add(idOrName);
  }

  /** Something to do at the end. It is called once for each removal, and must bear that. */
  addAction(action: () => Promise<void>): void {
    this.#actions.push(action);
  }

  addDirectory(path: string): void {
    this.#directories.add(path);
  }

  /**
   * Removes everything: containers first, as they hold networks and volumes.
   *
   * @returns what could not be removed, each with the reason
   */
  async removeAll(engine: Engine, signal: AbortSignal): Promise<string[]> {
    const containers = await this.#remove('container', engine, signal);
    const rest = await Promise.all([this.#remove('network', engine, signal), this.#remove('volume', engine, signal)]);
    const acted = await Promise.allSettled(this.#actions.map((action) => action()));
    const directories = [...this.#directories].map((path) => rm(path, { recursive: true, force: true }));
    const ends = [...acted, ...(await Promise.allSettled(directories))];
    const broken = ends.flatMap((end) => (end.status === 'rejected' ? [messageOf(end.reason)] : []));
    return [...containers, ...rest.flat(), ...broken];
  }

  async #remove(kind: Kind, engine: Engine, signal: AbortSignal): Promise<string[]> {
    const left = await Promise.all([...this.#made[kind]].map((id) => removeOne(kind, id, engine, signal)));
    return left.filter((line) => line !== undefined);
  }
}

/**
 * Removes one object, again and again while the engine is still busy with it or does not answer.
 *
 * @returns undefined where it is gone, else why it is not
 */
export async function removeOne(
  kind: Kind,
  id: string,
  engine: Engine,
  signal: AbortSignal,
): Promise<string | undefined> {
  const path = `/${kind}s/${encodeURIComponent(id)}`;
  const options = kind === 'container' ? { query: { force: 1, v: 1 } } : {};
  let broken = 0;
  const look = async () => {
    try {
      const answer = await engine.delete(path, options);
      broken = 0;
      return { gone: succeeded(answer) || answer.status === 404, why: `${answer.status} ${errorMessage(answer)}` };
    } catch (error) {
      // A connection that broke says nothing of the object.
      if (!isEngineTrouble(error)) throw error;
      broken += 1;
      return { gone: false, why: error.message };
    }
  };
  const { last } = await poll(look, ({ gone }) => gone || broken >= BROKEN_CONNECTIONS, REMOVAL_LIMIT_MS, signal);
  return last.gone ? undefined : `${kind} ${id}: ${last.why}`;
}
