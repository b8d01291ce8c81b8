/** Checks the names in a request's body against the shapes of the request table. Types of values are not judged. */
import type { FieldSpec, RequestTable } from './request-table';

/** What is wrong with a body: the path of the field, and why it must not be sent where it is known. */
export interface Fault {
  readonly path: string;
  readonly because?: string;
}

/** Finds the first fault in a value, or undefined. */
export type Check = (value: unknown) => Fault | undefined;

const nothingToCheck: Check = () => undefined;

/** Compiles every shape of a table, by name. Shapes may hold each other in any order. */
export function compileShapes(table: RequestTable): ReadonlyMap<string, Check> {
  const checks = new Map<string, Check>();
  const shape = (name: string): Check => {
    if (!(name in table.shapes)) throw new Error(`the request table has no shape ${name}`);
    return (value) => checks.get(name)?.(value);
  };
  for (const [name, { fields, refused = [] }] of Object.entries(table.shapes)) {
    const known = new Map(Object.entries(fields).map(([field, spec]) => [field, compileField(spec, shape)]));
    const reasons = new Map<string, string>();
    for (const { field, fieldsOf, because } of refused) {
      const names = field === undefined ? Object.keys(table.shapes[fieldsOf ?? '']?.fields ?? {}) : [field];
      for (const one of names) reasons.set(one, because);
    }
    checks.set(name, (value) => checkFields(value, known, reasons));
  }
  return checks;
}

function compileField(spec: FieldSpec, shape: (name: string) => Check): Check {
  if (typeof spec === 'string') return nothingToCheck;
  if (spec.object !== undefined) return shape(spec.object);
  if (spec.list !== undefined) return listOf(shape(spec.list));
  if (spec.map !== undefined) return mapOf(shape(spec.map));
  if (spec.mapOfLists !== undefined) return mapOf(listOf(shape(spec.mapOfLists)));
  throw new Error(`the request table has a field of no known kind: ${JSON.stringify(spec)}`);
}

function checkFields(
  value: unknown,
  known: ReadonlyMap<string, Check>,
  reasons: ReadonlyMap<string, string>,
): Fault | undefined {
  if (!isObject(value)) return undefined;
  for (const field of Object.keys(value)) {
    const held = value[field];
    // JSON leaves out what is undefined: it is not sent.
    if (held === undefined) continue;
    const check = known.get(field);
    if (check === undefined) {
      const because = reasons.get(field);
      return because === undefined ? { path: field } : { path: field, because };
    }
    const fault = check(held);
    if (fault !== undefined) return { ...fault, path: `${field}${separator(fault.path)}` };
  }
  return undefined;
}

function listOf(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    for (const [index, item] of value.entries()) {
      const fault = check(item);
      if (fault !== undefined) return { ...fault, path: `[${index}]${separator(fault.path)}` };
    }
    return undefined;
  };
}

function mapOf(check: Check): Check {
  return (value) => {
    if (!isObject(value)) return undefined;
    for (const key of Object.keys(value)) {
      const fault = check(value[key]);
      if (fault !== undefined) return { ...fault, path: `${key}${separator(fault.path)}` };
    }
    return undefined;
  };
}

function separator(path: string): string {
  return path.startsWith('[') ? path : `.${path}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
