/** Judges documents by their schemas and collapses what departs into places. */
import type { Answer } from '../engine/answer';
import type { SchemaName } from '../schema/validator';
import { documentsIn, isList } from './documents';
import { Judge } from './judge';
import { examplesOf } from './observed';
import { isPassing } from './passing';
import { type DriftPlace, keyOf } from './place';

/** What is judged by one schema in one run: a usual run has a tenth of it, an engine with thousands of containers more. */
export const CHARACTERS_JUDGED = 8 * 1024 * 1024;
const DOCUMENTS_JUDGED = 20_000;
/** Places that are kept of one schema. A real engine has some dozen, a hostile one names as many fields as it likes. */
const PLACES_KEPT = 500;

interface Place {
  readonly shown: Omit<DriftPlace, 'answers' | 'departed'>;
  readonly departed: number;
  /** The number of the last answer that departs here. */
  readonly last: number;
}

/** What was judged by one schema, and where it departs. */
export class Collapse {
  readonly #places = new Map<string, Place>();
  readonly #leftOut = new Map<string, number>();
  readonly #judge: Judge;
  #answers = 0;
  #characters = 0;
  #documents = 0;

  constructor(private readonly schema: SchemaName) {
    this.#judge = new Judge(schema);
  }

  /** Judges the documents of an answer; stops after each. */
  *judge(answer: Answer): Generator<void> {
    const { schema } = this;
    this.#characters += answer.text.length;
    if (this.#characters > CHARACTERS_JUDGED) {
      this.leaveOut();
      return;
    }
    const list = isList(schema);
    if (list) this.#answers += 1;
    for (const document of documentsIn(schema, answer)) {
      if (isPassing(schema, document)) continue;
      this.#documents += 1;
      if (this.#documents > DOCUMENTS_JUDGED) {
        this.#leaveOut(`answers of ${schema} after ${DOCUMENTS_JUDGED} documents`);
        return;
      }
      if (!list) this.#answers += 1;
      this.#note(document, answer);
      yield;
    }
  }

  /** Says that an answer was not judged, since there was too much of it. */
  leaveOut(): void {
    this.#leaveOut(`answers of ${this.schema} after ${CHARACTERS_JUDGED} characters`);
  }

  places(): DriftPlace[] {
    return [...this.#places.values()].map(({ shown, departed }) => ({ ...shown, answers: this.#answers, departed }));
  }

  /** What was not judged or not kept because there was too much of it, one line each. */
  leftOut(): string[] {
    return [...this.#leftOut].map(([what, times]) => `${times} ${what}`);
  }

  #note(document: unknown, { method, path: called, text }: Answer): void {
    const { schema } = this;
    const example = examplesOf(document);
    for (const error of this.#judge.errors(document, text.length)) {
      const { place: path, kind, expected } = error;
      const key = keyOf({ schema, path, kind });
      const known = this.#places.get(key);
      if (known === undefined && this.#places.size >= PLACES_KEPT) {
        this.#leaveOut(`departures of ${schema} in further places than ${PLACES_KEPT}`);
        continue;
      }
      // Where one place departs from several rules, the same one is shown in every run.
      const shown =
        known !== undefined && known.shown.expected <= expected
          ? known.shown
          : { schema, path, kind, expected, observed: example(error), seen: { method, path: called } };
      const again = known?.last === this.#answers ? 0 : 1;
      this.#places.set(key, { shown, departed: (known?.departed ?? 0) + again, last: this.#answers });
    }
  }

  #leaveOut(what: string): void {
    this.#leftOut.set(what, (this.#leftOut.get(what) ?? 0) + 1);
  }
}
