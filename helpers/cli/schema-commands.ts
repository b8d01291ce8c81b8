/** The commands of `schema` and their flags. */
import type { Command } from 'commander';

const CHECK_HELP = `
Examples:
  docker inspect x | engine-conformance schema check container-inspect
  docker events --since 1h --until 0s --format '{{json .}}' | engine-conformance schema check event
  engine-conformance schema check network-list --strict saved.json

Exit status: 0 conforms to the schema · 1 departs · 2 could not judge (unknown schema, not JSON, too large)`;

/** Adds `schema list`, `schema show` and `schema check`. */
export function addSchema(program: Command): void {
  const command = program
    .command('schema')
    .description('the JSON Schemas by themselves, for any saved answer of an engine or a registry');
  command
    .command('list')
    .description('the schemas by name')
    .option('--json', 'for machines')
    .action(async (flags: { json?: boolean }) => (await import('./commands/schema.js')).listSchemas(flags));
  command
    .command('show')
    .description('a schema as one document, with all that it refers to')
    .argument('<name>', 'as container-inspect')
    .action(async (name: string) => (await import('./commands/schema.js')).showSchema(name));
  command
    .command('check')
    .description('judge saved answers by a schema')
    .argument('<name>', 'as container-inspect')
    .argument('[file]', 'JSON: a document, an array of them, or one a line; - is standard input', '-')
    .option('--strict', 'a field that the schema does not know departs too')
    .option('--json', 'for machines')
    .addHelpText('after', CHECK_HELP)
    .action(async (name: string, file: string, flags: { strict?: boolean; json?: boolean }) =>
      (await import('./commands/schema.js')).checkSchema(name, file, flags),
    );
}
