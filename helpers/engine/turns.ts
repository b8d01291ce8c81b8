/**
 * Calls that an engine cannot bear at the same time take turns. Docker 1.11 takes its isolation rules out and puts them in again
 * for each network that is made or removed, and of two at once one fails: "unable to remove jump to DOCKER-ISOLATION rule"
 * (measured). Later ones let such calls wait for each other by themselves, so that nothing is lost there.
 */
import type { EngineRequest } from './client';

/** Does the call make or remove a network? */
export function changesNetworks({ method, path }: Pick<EngineRequest, 'method' | 'path'>): boolean {
  return method === 'POST' ? path === '/networks/create' : method === 'DELETE' && /^\/networks\/[^/]+$/.test(path);
}

export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs it when all that came before have ended, however they ended. */
  take<T>(call: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(call, call);
    this.#last = turn.catch(() => {});
    return turn;
  }
}
