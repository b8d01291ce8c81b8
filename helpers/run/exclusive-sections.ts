/** Sections that only one claim at a time is in, by name: for what two claims would disturb each other at. */
import { Semaphore } from './semaphore';

export class ExclusiveSections {
  readonly #byName = new Map<string, Semaphore>();

  /**
   * Runs the section when no other of its name runs.
   *
   * @throws the signal's reason where it aborted meanwhile: who gave up must not disturb the next one
   */
  run<T>(name: string, section: () => Promise<T>, signal: AbortSignal): Promise<T> {
    const turn = this.#byName.get(name) ?? new Semaphore(1);
    this.#byName.set(name, turn);
    return turn.run(async () => {
      signal.throwIfAborted();
      return section();
    });
  }
}
