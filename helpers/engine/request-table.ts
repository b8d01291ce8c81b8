/** The table of requests as it lies in schemas/: which requests a version of the Remote API knows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root';

/** `value`: a scalar or a list of scalars; `map`: free keys; else the name of the shape of what is held. */
export type FieldSpec = 'value' | 'map' | Partial<Record<'object' | 'list' | 'map' | 'mapOfLists', string>>;

export interface ShapeSpec {
  readonly fields: Readonly<Record<string, FieldSpec>>;
  /** Fields that are known and must not be sent: one, or all of another shape. */
  readonly refused?: readonly { readonly field?: string; readonly fieldsOf?: string; readonly because: string }[];
}

export interface RequestSpec {
  readonly method: string;
  /** `{id}` stands for one segment, `{name*}` for one or more. */
  readonly path: string;
  readonly query?: readonly string[];
  /** Keys that the query parameter `filters` may hold. */
  readonly filters?: readonly string[];
  /** A shape's name, or `archive` for bytes; absent: none is read. */
  readonly body?: string;
  readonly refused?: readonly { readonly query: string; readonly because: string }[];
}

export interface RequestTable {
  readonly apiVersion: string;
  readonly requests: readonly RequestSpec[];
  readonly shapes: Readonly<Record<string, ShapeSpec>>;
}

/** Reads the table of v1.23. Its shape is held by requests.schema.json, which the tests check it against. */
export function readRequestTable(): RequestTable {
  return JSON.parse(readFileSync(join(packageRoot(), 'schemas/engine-v1.23/requests.json'), 'utf8')) as RequestTable;
}
