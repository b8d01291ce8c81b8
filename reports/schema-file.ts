/** The schemas of files, read where they lie: beside this folder, or above it where the code runs compiled. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What of a JSON Schema the code here walks through. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
}

const read = new Map<string, SchemaNode>();

/**
 * A schema as an object.
 *
 * @param name as `report` of schemas/report.schema.json
 * @throws Error where the package is incomplete
 */
export function fileSchema(name: 'report' | 'baseline'): SchemaNode {
  const known = read.get(name) ?? (JSON.parse(readFileSync(pathOf(name), 'utf8')) as SchemaNode);
  read.set(name, known);
  return known;
}

function pathOf(name: string): string {
  const inPackage = path.join('schemas', `${name}.schema.json`);
  for (let folder = path.dirname(__dirname); ; folder = path.dirname(folder)) {
    const file = path.join(folder, inPackage);
    if (existsSync(file)) return file;
    if (folder === path.dirname(folder)) throw new Error(`${inPackage} is missing from the package`);
  }
}
