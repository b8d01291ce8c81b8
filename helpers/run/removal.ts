/** Removes what claims and fixtures made, while others are tried and at the end of the run. */
import { messageOf } from '../engine/trouble';
import type { Belongings } from './belongings';
import { startsSettled } from './starts-settled';
import type { Workplaces } from './workplaces';

export class Removal {
  readonly #underWay: Promise<string[]>[] = [];

  /**
   * @param run aborts when the run is interrupted: starts that nobody waits for any more may be under way then
   */
  constructor(
    private readonly workplaces: Workplaces,
    private readonly run: AbortSignal,
  ) {}

  /** Begins to remove; `finish` waits for it. */
  begin(belongings: Belongings): void {
    this.#underWay.push(this.#remove(belongings));
  }

  /** Waits for what was begun. */
  async settled(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  /**
   * Waits for what was begun, and then removes what it may have hung on.
   *
   * @returns what could not be removed, a line each
   */
  async finish(shared: Belongings): Promise<string[]> {
    const begun = await Promise.all(this.#underWay);
    return [...begun.flat(), ...(await this.#remove(shared))];
  }

  /** Removal goes on where the run is interrupted: it has limits of its own. */
  async #remove(belongings: Belongings): Promise<string[]> {
    const { signal } = new AbortController();
    const { engine } = this.workplaces.open({ phase: 'setup', maker: 'removal', belongings, signal });
    try {
      if (this.run.aborted) await startsSettled(engine, belongings.containers, signal);
      return await belongings.removeAll(engine, signal);
    } catch (error) {
      return [`removal: ${messageOf(error)}`];
    }
  }
}
