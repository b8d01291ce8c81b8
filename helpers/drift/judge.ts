/**
 * Judges documents by one schema, again and again. An engine that sends a field which v1.23 does not know sends it with every
 * answer: to say in words where each one is would take longer than to find it, so that it is done once.
 */
import type { ErrorObject } from '../schema/forms';
import { originOf } from '../schema/origin';
import { isLargerThan } from '../schema/preview';
import { type SchemaError, type SchemaName, schemaErrors } from '../schema/validator';
import { inWords } from '../schema/words';

/** Above so many values a document is judged as it always is, and all of its errors are not kept. */
const DETAILED_VALUES = 100_000;
/** Errors that are kept in words. Their paths hold ids and names, so that there could be ever more of them. */
const KEPT = 5_000;

export class Judge {
  readonly #kept = new Map<string, SchemaError>();

  constructor(private readonly schema: SchemaName) {}

  /**
   * How a document departs from the strict form of the schema, as `schemaErrors` tells it; of fields that are missing or
   * unknown, and were told before at that path, `observed` is what was there then.
   *
   * @param characters at least the length of the text that it was read from
   */
  errors(document: unknown, characters: number): readonly SchemaError[] {
    if (characters > DETAILED_VALUES && isLargerThan(document, DETAILED_VALUES)) {
      return schemaErrors(this.schema, document, { strict: true });
    }
    const found = compile().ajvErrors(this.schema, document, 'all');
    if (found.length === 0) return [];
    const told: SchemaError[] = [];
    const others: ErrorObject[] = [];
    for (const error of found) {
      const key = fieldOf(error);
      if (key === undefined) others.push(error);
      else told.push(...this.#once(key, error));
    }
    return [...told, ...inWords(others, originOf(this.schema))];
  }

  #once(key: string, error: ErrorObject): readonly SchemaError[] {
    const known = this.#kept.get(key);
    if (known !== undefined) return [known];
    const worded = inWords([error], originOf(this.schema));
    const [one] = worded;
    if (one !== undefined && this.#kept.size < KEPT) this.#kept.set(key, one);
    return worded;
  }
}

let loaded: typeof import('../schema/compile') | undefined;

/** Loaded with the first document: commands that judge none need not wait for it. */
function compile(): typeof import('../schema/compile') {
  loaded ??= require('../schema/compile') as typeof import('../schema/compile');
  return loaded;
}

/** The field that is missing or unknown. What is said of such an error depends on no other error of the document. */
function fieldOf({ keyword, instancePath, params }: ErrorObject): string | undefined {
  if (keyword === 'required') return keyOf('missing', instancePath, params.missingProperty);
  return keyword === 'additionalProperties' ? keyOf('added', instancePath, params.additionalProperty) : undefined;
}

/** Names of fields are the engine's: they may hold what parts a path from them. */
function keyOf(kind: string, holder: string, field: unknown): string {
  return `${kind} ${holder.length} ${holder}${field}`;
}
