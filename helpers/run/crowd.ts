/**
 * Engines that are hosts of the lab share this machine: more of them at the same time than it bears, and claims run into their
 * limits. Targets elsewhere have machines of their own, and do not wait for each other.
 */
import { availableParallelism } from 'node:os';
import { Semaphore } from './semaphore';

/** Engines of the lab that are judged at the same time, for each processor. Eight on two made errors of a quarter of the claims. */
const ENGINES_EACH = 2;

/** The turn of one engine: it begins with its first claim and ends with its last. */
export interface Turn {
  /** Waits until the engine may be judged; at once where it has begun. */
  begin(): Promise<void>;
  /** Lets another begin. */
  end(): void;
}

export class Crowd {
  readonly #places: Semaphore;

  /** @param most how many engines may be judged at the same time */
  constructor(most = ENGINES_EACH * availableParallelism()) {
    this.#places = new Semaphore(most);
  }

  turn(): Turn {
    let end: () => void = () => {};
    const over = new Promise<void>((resolve) => {
      end = resolve;
    });
    let begun: Promise<void> | undefined;
    return {
      begin: () => {
        begun ??= new Promise((begin) => {
          void this.#places.run(() => {
            begin();
            return over;
          });
        });
        return begun;
      },
      end: () => end(),
    };
  }
}
