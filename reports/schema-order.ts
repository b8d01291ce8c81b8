/** Puts keys in the order of the schema, so that reports can be compared line by line. */
import type { Report } from './report';
import { reportSchema, type SchemaNode } from './report-schema';

/** How deep the JSON of an engine is kept; what no answer of an engine needs would break those who read the report. */
const DEPTH = 64;

/**
 * The report with its keys in the order in which the schema lists them. What the schema leaves open (requests, responses,
 * values) keeps its own order, and is cut below a depth of 64.
 */
export function inSchemaOrder(report: Report): unknown {
  return ordered(report, reportSchema());
}

function ordered(value: unknown, node: SchemaNode): unknown {
  const known = node.$ref === undefined ? node : definition(node.$ref);
  if (Array.isArray(value) && known.items !== undefined) {
    const { items } = known;
    return value.map((item) => ordered(item, items));
  }
  if (known.properties === undefined || !isObject(value)) return cut(value, DEPTH);
  const entries: [string, unknown][] = [];
  for (const [key, property] of Object.entries(known.properties)) {
    if (Object.hasOwn(value, key)) entries.push([key, ordered(value[key], property)]);
  }
  // What the schema does not know stays, for the validation to refuse.
  for (const key of Object.keys(value)) {
    if (!Object.hasOwn(known.properties, key)) entries.push([key, value[key]]);
  }
  return Object.fromEntries(entries);
}

function cut(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return '(nested deeper than is kept)';
  if (Array.isArray(value)) return value.map((item) => cut(item, depth - 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cut(item, depth - 1)]));
}

function definition(reference: string): SchemaNode {
  const node = reportSchema().$defs?.[reference.replace('#/$defs/', '')];
  if (node === undefined) throw new Error(`the schema of the report has no ${reference}`);
  return node;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
