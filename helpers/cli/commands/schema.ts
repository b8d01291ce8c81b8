/** `schema`: the schemas by themselves, for any saved answer of an engine. */
import { terminalOptions } from '../../../reports/writers/layout';
import { bundledSchema } from '../../schema/bundle';
import { check } from '../../schema/check';
import { readInput } from '../../schema/check-input';
import { checkJson, checkPage } from '../../schema/check-page';
import { schemaDocument } from '../../schema/documents';
import { schemaNames, schemaPath } from '../../schema/names';
import { schemaNamed } from '../schema-name';

const DEPARTS = 1;

/** Prints the name, title and description of each schema. */
export function listSchemas(flags: { json?: boolean }): void {
  const schemas = schemaNames().map((name) => {
    const { id, schema } = schemaDocument(name);
    return { name, title: String(schema.title), description: String(schema.description), id, path: schemaPath(name) };
  });
  if (flags.json) {
    process.stdout.write(`${JSON.stringify(schemas, null, 1)}\n`);
    return;
  }
  const width = Math.max(...schemas.map(({ name }) => name.length));
  const lines = schemas.map(({ name, title, description }) => `${name.padEnd(width)}  ${title}: ${description}\n`);
  process.stdout.write(lines.join(''));
}

/** Prints a schema as one document. */
export function showSchema(name: string): void {
  process.stdout.write(`${JSON.stringify(bundledSchema(schemaNamed(name)), null, 2)}\n`);
}

/** Judges saved answers, prints how they depart, and sets the exit status. */
export async function checkSchema(
  name: string,
  file: string,
  flags: { strict?: boolean; json?: boolean },
): Promise<void> {
  const schema = schemaNamed(name);
  const result = check(schema, await readInput(file, process.stdin), flags.strict === true);
  const page = flags.json ? checkJson(result) : checkPage(result, terminalOptions(process.stdout, process.env));
  process.stdout.write(page);
  process.exitCode = result.valid ? 0 : DEPARTS;
}
