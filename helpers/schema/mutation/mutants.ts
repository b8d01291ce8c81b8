/** Valid documents with one fault each, derived from a schema. */

import type { SchemaName } from '../names';
import { originOf } from '../origin';
import type { SchemaErrorKind } from '../words';
import { type Rule, rulesOf } from './rules';
import { documentPlaces, escaped, schemaPlaces } from './walk';

/** A document in which one rule is broken, and the one error that must be found in it. */
export interface Mutant {
  readonly document: unknown;
  /** The rule that is broken, by its place and itself. */
  readonly rule: string;
  readonly kind: SchemaErrorKind;
  readonly path: string;
  readonly place: string;
}

/** The rules of a schema by the place at which they stand. */
export type Rules = ReadonlyMap<string, readonly Rule[]>;

export function rulesIn(name: SchemaName): Rules {
  const { graph, root } = originOf(name);
  const rules = new Map<string, readonly Rule[]>();
  for (const { place, parts } of schemaPlaces(graph, root)) {
    if (rules.has(place)) throw new Error(`two parts of ${name} describe ${place}: the rules of one would be lost`);
    rules.set(place, rulesOf(graph, parts));
  }
  return rules;
}

/** What a rule is called among all of its schema. */
export function ruleName(place: string, rule: Rule): string {
  return `${place} ${rule.id}`;
}

/**
 * Breaks every rule of the schema at every value of the documents; a value that several of them have in one place once.
 * Each mutant is good until the next is asked for: it is a document in which a value is put in and taken out again.
 */
export function* mutantsOf(name: SchemaName, rules: Rules, documents: readonly unknown[]): Generator<Mutant> {
  const { graph, root } = originOf(name);
  const seen = new Set<string>();
  for (const original of documents) {
    const whole = { document: structuredClone(original) };
    for (const { place, path, holder, key } of documentPlaces(graph, root, whole, 'document')) {
      const before = holder[key];
      const known = `${place} ${JSON.stringify(before)}`;
      if (seen.has(known)) continue;
      seen.add(known);
      for (const rule of rules.get(place) ?? []) {
        for (const { value, key: inner } of rule.breaks(before)) {
          holder[key] = value;
          const at = inner === undefined ? '' : `/${escaped(inner)}`;
          yield {
            document: whole.document,
            rule: ruleName(place, rule),
            kind: rule.kind,
            path: `${path}${at}`,
            place: `${place}${rule.isMap === true ? '/*' : at}`,
          };
        }
      }
      holder[key] = before;
    }
  }
}
