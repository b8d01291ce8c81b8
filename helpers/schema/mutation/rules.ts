/** The rules that a schema sets at one place, and for each how a valid value there is changed so that it breaks this one. */
import { isSchema } from '../documents';
import { isEnumerated, type Part, type SchemaGraph, typesOf } from '../graph';
import type { SchemaErrorKind } from '../words';
import { branchHolds, changedValues, FACET_KEYWORDS, type Facet, facetsOf } from './texts';

/** A value that breaks a rule, and the key at which it does where that is not the value itself. */
export interface Break {
  readonly value: unknown;
  readonly key?: string;
}

export interface Rule {
  /** Tells the rules of one place apart. */
  readonly id: string;
  readonly kind: SchemaErrorKind;
  /** What of `Break.key` shows in the place: the key itself, or `*`. */
  readonly isMap?: boolean;
  /** Changed values; none where this value can't break the rule, such as null where a length is asked. */
  readonly breaks: (value: unknown) => readonly Break[];
}

/** Keywords that set no rule of their own here: they describe, or hold the rules of what lies inside. */
const WITHOUT_RULE = ['$schema', '$id', '$ref', '$defs', 'title', 'description', 'examples', 'allOf', 'items'] as const;
const WITH_RULE = ['type', 'required', 'properties', 'additionalProperties', 'propertyNames', 'anyOf'] as const;
const KNOWN: ReadonlySet<string> = new Set([...WITHOUT_RULE, ...WITH_RULE, ...FACET_KEYWORDS]);

const VALUES: readonly (readonly [type: string, value: unknown])[] = [
  ['string', 'text'],
  ['integer', 7],
  ['number', 7.5],
  ['boolean', true],
  ['array', []],
  ['object', {}],
];

/** The rules at a place that these parts judge (all that the graph finds there). */
export function rulesOf(graph: SchemaGraph, parts: readonly Part[]): readonly Rule[] {
  for (const { schema, base } of parts) {
    const unknown = Object.keys(schema).find((keyword) => !KNOWN.has(keyword));
    if (unknown !== undefined) throw new Error(`${base} has a keyword of which no mutant is known: ${unknown}`);
  }
  const rules = [
    ...typeRules(typesOf(parts)),
    ...requiredRules(parts),
    ...facetRules(graph, parts),
    ...keyRules(graph, parts),
    ...(isEnumerated(parts) ? [addedRule] : []),
  ];
  return [...new Map(rules.map((rule) => [rule.id, rule])).values()];
}

function typeRules(types: readonly string[] | undefined): readonly Rule[] {
  if (types === undefined) return [];
  const wrong = VALUES.filter(([type]) => !types.includes(type)).map(([, value]) => ({ value }));
  const kind = 'type';
  const typed: Rule = { id: `type ${types}`, kind, breaks: (value) => (value === null ? [] : wrong) };
  if (!types.includes('null')) return [typed, { id: 'not null', kind, breaks: () => [{ value: null }] }];
  return [typed, { id: 'type instead of null', kind, breaks: (value) => (value === null ? wrong : []) }];
}

function requiredRules(parts: readonly Part[]): readonly Rule[] {
  const names = parts.flatMap(({ schema }) => (Array.isArray(schema.required) ? schema.required.map(String) : []));
  return names.map((name) => ({
    id: `required ${name}`,
    kind: 'missing',
    breaks: (value) => {
      if (!isSchema(value) || !Object.hasOwn(value, name)) return [];
      const { [name]: _removed, ...rest } = value;
      return [{ value: rest, key: name }];
    },
  }));
}

/** A changed value breaks one rule and keeps the others, so that none of these can refuse it in its stead. */
function facetRules(graph: SchemaGraph, parts: readonly Part[]): readonly Rule[] {
  const facets = parts.flatMap(facetsOf);
  const choices = parts.flatMap((part) => choiceOf(graph, part));
  const all = [...facets, ...choices.map(({ facet }) => facet)];
  const breaking = (facet: Facet, value: unknown) =>
    changedValues(value)
      .filter((changed) => !facet.holds(changed) && all.every((other) => other === facet || other.holds(changed)))
      .map((changed) => ({ value: changed }));
  return [
    ...facets.map((facet): Rule => ({ id: facet.id, kind: 'format', breaks: (value) => breaking(facet, value) })),
    ...choices.flatMap(({ facet, branches }) =>
      branches.map(
        (branch, index): Rule => ({
          id: `choice ${index}`,
          kind: 'format',
          breaks: (value) => (branch(value) ? breaking(facet, value) : []),
        }),
      ),
    ),
  ];
}

function choiceOf(graph: SchemaGraph, { schema, base }: Part) {
  if (!Array.isArray(schema.anyOf)) return [];
  const branches = schema.anyOf.map((branch: unknown) => branchHolds(graph, base, branch));
  return [{ facet: { id: 'choice', holds: (value: unknown) => branches.some((branch) => branch(value)) }, branches }];
}

function keyRules(graph: SchemaGraph, parts: readonly Part[]): readonly Rule[] {
  const names = parts.flatMap(({ schema, base }) =>
    isSchema(schema.propertyNames) ? graph.inPlace({ schema: schema.propertyNames, base }) : [],
  );
  const facets = names.flatMap(facetsOf);
  return facets.map((facet) => ({
    id: `key ${facet.id}`,
    kind: 'format',
    isMap: true,
    breaks: (value) =>
      Object.entries(isSchema(value) ? value : {}).flatMap(([key, held]) =>
        changedValues(key)
          .filter((changed) => facets.every((other) => (other === facet) !== other.holds(changed)))
          .map((changed) => ({ value: { ...(value as object), [String(changed)]: held }, key: String(changed) })),
      ),
  }));
}

const addedRule: Rule = {
  id: 'nothing added',
  kind: 'added',
  breaks: (value) => (isSchema(value) ? [{ value: { ...value, 'Not/known~': 1 }, key: 'Not/known~' }] : []),
};
