/** What texts and numbers a rule allows, judged without ajv, and changed ones of which some break it. */
import { isIPv4, isIPv6 } from 'node:net';
import { isSchema } from '../documents';
import type { Part, SchemaGraph } from '../graph';

/** A rule on a text, a number or a length, and whether a value keeps it. */
export interface Facet {
  readonly id: string;
  readonly holds: (value: unknown) => boolean;
}

const DATE_TIME =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[t ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(z|[+-]\d\d:\d\d)$/i;

const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  'date-time': (text) => DATE_TIME.test(text),
  ipv4: isIPv4,
  ipv6: isIPv6,
  uri: (text) => URL.canParse(text),
};

const text = (judge: (text: string) => boolean) => (value: unknown) => typeof value !== 'string' || judge(value);
const number = (judge: (number: number) => boolean) => (value: unknown) => typeof value !== 'number' || judge(value);
const array = (judge: (length: number) => boolean) => (value: unknown) => !Array.isArray(value) || judge(value.length);

const KEYWORDS: Readonly<Record<string, (limit: never) => (value: unknown) => boolean>> = {
  const: (only: unknown) => (value) => value === only,
  enum: (values: readonly unknown[]) => (value) => values.includes(value),
  format: (name: string) => text(FORMATS[name] ?? unknownFormat(name)),
  maximum: (limit: number) => number((value) => value <= limit),
  maxItems: (limit: number) => array((length) => length <= limit),
  maxLength: (limit: number) => text(({ length }) => length <= limit),
  minimum: (limit: number) => number((value) => value >= limit),
  minItems: (limit: number) => array((length) => length >= limit),
  minLength: (limit: number) => text(({ length }) => length >= limit),
  pattern: (source: string) => {
    const pattern = new RegExp(source, 'u');
    return text((value) => pattern.test(value));
  },
};

/** The keywords that this file knows. */
export const FACET_KEYWORDS: readonly string[] = Object.keys(KEYWORDS);

/** The rules of one part on the value itself, without what it refers to. */
export function facetsOf({ schema }: Part): readonly Facet[] {
  return Object.entries(schema).flatMap(([keyword, limit]) => {
    const judge = KEYWORDS[keyword];
    return judge === undefined ? [] : [{ id: `${keyword} ${JSON.stringify(limit)}`, holds: judge(limit as never) }];
  });
}

/** A branch of a choice as one rule: a value keeps it where it keeps all that the branch asks. */
export function branchHolds(graph: SchemaGraph, base: string, branch: unknown): Facet['holds'] {
  if (!isSchema(branch)) throw new Error(`a choice in ${base} has a branch that is no object`);
  const facets = graph.inPlace({ schema: branch, base }).flatMap(facetsOf);
  return (value) => facets.every(({ holds }) => holds(value));
}

/** Other values of the same type, near to this one and to the limits that schemas name. */
export function changedValues(value: unknown): readonly unknown[] {
  if (typeof value === 'string') return [...new Set(changedTexts(value))].filter((other) => other !== value);
  if (typeof value === 'number') return [value - 1, value + 1, -1, 0, 33, 129, 65_536, 99];
  if (Array.isArray(value)) return [[], value.slice(1), [...value, ...value.slice(-1)]];
  return [];
}

function changedTexts(value: string): readonly string[] {
  return [
    '',
    ' ',
    'no such text',
    `${value}x`,
    `x${value}`,
    `${value} `,
    `${value}\n`,
    value.slice(0, -1),
    value.slice(1),
    value.toUpperCase(),
    value.toLowerCase(),
    `${value}/0`,
    `${value}:0`,
    value.replace(/[0-9a-f]/, 'g'),
    value.replace(/[0-9]/, '999'),
    value.replace('-', '-9'),
    value.replace(/^(\d+)-\d+/, '$1-13'),
    'a'.repeat(256),
  ];
}

function unknownFormat(name: string): never {
  throw new Error(`no judge for the format ${name}`);
}
