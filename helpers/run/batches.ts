/** How many claims of each batch are still to be tried: when none is, their fixtures can go. */
import type { CatalogueEntry, Chapter } from '../claims/claim';
import { batchOf } from './schedule';

export class Batches {
  readonly #left = new Map<Chapter, number>();

  /** Adds claims that will be tried. Of a batch of which nobody told nothing is known, and it is never done. */
  expect(claims: readonly CatalogueEntry[]): void {
    for (const claim of claims) this.#left.set(batchOf(claim), (this.#left.get(batchOf(claim)) ?? 0) + 1);
  }

  /** One of them was tried. */
  done(claim: CatalogueEntry): void {
    const left = this.#left.get(batchOf(claim));
    if (left !== undefined) this.#left.set(batchOf(claim), left - 1);
  }

  isDone(batch: Chapter): boolean {
    return this.#left.get(batch) === 0;
  }
}
