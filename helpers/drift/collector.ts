/**
 * Has every successful answer of an engine judged by its schema. Answers are handed in as they come and are judged while the
 * process waits for the next ones, so that no call waits for the judgement of another.
 */
import { type Answer, succeeded } from '../engine/answer';
import { answerSchema } from '../engine/answer-schemas';
import type { SchemaName } from '../schema/validator';
import { CHARACTERS_JUDGED, Collapse } from './collapse';
import { type DriftPlace, keyOf } from './place';

/** Milliseconds in one turn of the event loop; at its end the answers that came meanwhile are read. */
const TURN_MS = 5;

/** Where an engine departs, and what of its answers was not looked at. */
export interface Drift {
  /** In the order of schemas and paths. */
  readonly places: readonly DriftPlace[];
  /** What was left out because there was too much of it, one line each. */
  readonly leftOut: readonly string[];
}

/** An answer that is to be judged. One that is longer than all that is judged by a schema is not held until then. */
interface Waiting extends Pick<Answer, 'method' | 'path'> {
  readonly answer?: Answer;
}

export class DriftCollector {
  readonly #waiting: Waiting[] = [];
  readonly #bySchema = new Map<SchemaName, Collapse>();
  #work: Generator<void> | undefined;
  #prefix: string | undefined;

  /** Takes an answer, whatever it is, to be judged later. To be handed on as a function. */
  readonly take = (answer: Answer): void => {
    if (!succeeded(answer)) return;
    const { method, path, text } = answer;
    this.#waiting.push({ method, path, ...(text.length > CHARACTERS_JUDGED ? {} : { answer }) });
    this.#wake();
  };

  /**
   * Judges the answers to calls at this API version from now on, and those that came already. Answers at another one, as of
   * the claims about versions, are left: an engine shows other fields there, and what is known of it goes by the version.
   *
   * @param apiVersion as `1.23`
   */
  judgeAt(apiVersion: string): void {
    this.#prefix = `/v${apiVersion}/`;
    this.#wake();
  }

  /** Judges what is still waiting, and tells what was found so far. */
  result(): Drift {
    if (this.#work !== undefined) {
      while (this.#work.next().done !== true);
      this.#work = undefined;
    }
    const all = [...this.#bySchema.values()];
    return {
      places: all.flatMap((each) => each.places()).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
      leftOut: all.flatMap((each) => each.leftOut()),
    };
  }

  #wake(): void {
    if (this.#prefix === undefined || this.#work !== undefined) return;
    this.#work = this.#judgeAll(this.#prefix);
    setImmediate(() => this.#turn());
  }

  #turn(): void {
    for (const until = performance.now() + TURN_MS; performance.now() < until; ) {
      if (this.#work === undefined) return;
      if (this.#work.next().done === true) this.#work = undefined;
    }
    if (this.#work !== undefined) setImmediate(() => this.#turn());
  }

  /** Stops after each document, and ends when nothing is waiting. */
  *#judgeAll(prefix: string): Generator<void> {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      if (!next.path.startsWith(prefix)) continue;
      const [path = ''] = next.path.slice(prefix.length - 1).split('?', 1);
      const schema = answerSchema(next.method, path);
      if (schema === undefined) continue;
      if (next.answer === undefined) this.#collapse(schema).leaveOut();
      else yield* this.#collapse(schema).judge(next.answer);
    }
  }

  #collapse(schema: SchemaName): Collapse {
    const known = this.#bySchema.get(schema) ?? new Collapse(schema);
    this.#bySchema.set(schema, known);
    return known;
  }
}
