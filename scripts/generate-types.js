/**
 * Generates TypeScript types from the schemas. The schemas are the source; the generated files are committed, so that
 * nothing needs to be generated to build.
 *
 *   node scripts/generate-types.js           writes the files
 *   node scripts/generate-types.js --check   writes nothing; exits with 1 where a file is not what its schema gives
 */
'use strict';

require('esbuild-register');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { compile } = require('json-schema-to-typescript');
const { bundled } = require('../helpers/schema/bundle.ts');
const { schemaDocument, schemaDocuments } = require('../helpers/schema/documents.ts');
const { SchemaGraph } = require('../helpers/schema/graph.ts');
const { schemaNames, schemaPath } = require('../helpers/schema/names.ts');

/** Schema, or folder of schemas; name of the root type; and the file that holds the types. */
const GENERATED = [
  { schema: 'schemas/report.schema.json', type: 'Report', output: 'reports/report.generated.ts' },
  { schema: 'schemas/baseline.schema.json', type: 'Baseline', output: 'reports/baseline.generated.ts' },
  { schema: 'schemas/waivers.schema.json', type: 'Waivers', output: 'helpers/gate/waivers.generated.ts' },
  { schema: 'schemas/config.schema.json', type: 'Configuration', output: 'helpers/target/config.generated.ts' },
  { schema: 'schemas/engine-v1.23/', type: 'Answers', output: 'helpers/engine/answers.generated.ts' },
];

const ROOT = path.join(__dirname, '..');

/** A property that its schema only describes may be any JSON; the generator would make an object of it. */
function anythingIsUnknown(key, value) {
  if (key !== 'properties') return value;
  for (const property of Object.values(value)) {
    if (Object.keys(property).every((keyword) => keyword === 'description')) property.tsType = 'unknown';
  }
  return value;
}

/** All schemas of a folder as one, with a property for each; types are named after files and definitions. */
function folderSchema(folder) {
  const names = schemaNames().filter((name) => schemaPath(name).startsWith(folder));
  const properties = Object.fromEntries(names.map((name) => [name, { $ref: schemaDocument(name).id }]));
  const graph = new SchemaGraph(schemaDocuments().values());
  const schema = { type: 'object', required: names, properties };
  return JSON.parse(JSON.stringify(bundled({ schema, base: 'https://engine-conformance.invalid/' }, graph)), forTypes);
}

/** What the generator makes no type of, or a worse one, is left out. */
function forTypes(key, value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || key === 'properties') return value;
  const { title: _title, ...schema } = value;
  // Formats by choice: text all the same.
  if (schema.type === 'string') delete schema.anyOf;
  if (typeof schema.$ref !== 'string') return schema;
  // Beside other keywords the reference would be copied, and its type lose its name.
  const { $ref, description } = schema;
  return description === undefined ? { $ref } : { description, allOf: [{ $ref }] };
}

function schemaOf(source) {
  if (source.endsWith('/')) return folderSchema(source);
  return JSON.parse(readFileSync(path.join(ROOT, source), 'utf8'), anythingIsUnknown);
}

/** @returns {Promise<string>} the text of the generated file */
async function generate({ schema, type }) {
  return compile(schemaOf(schema), type, {
    bannerComment: `/** Generated from ${schema} by scripts/generate-types.js: change the schema, not this file. */`,
    additionalProperties: false,
    unknownAny: true,
    style: { singleQuote: true, printWidth: 120, trailingComma: 'all' },
    // A schema must stand by itself: nothing is fetched, from the network or elsewhere.
    $refOptions: { resolve: { file: false, http: false } },
  });
}

async function main(check) {
  let stale = 0;
  for (const entry of GENERATED) {
    const text = await generate(entry);
    const file = path.join(ROOT, entry.output);
    const current = existsSync(file) && readFileSync(file, 'utf8') === text;
    if (current) continue;
    if (check) {
      stale += 1;
      console.error(`${entry.output} is not what ${entry.schema} gives. Run: node scripts/generate-types.js`);
    } else {
      writeFileSync(file, text);
      console.log(`${entry.output} written`);
    }
  }
  return stale === 0 ? 0 : 1;
}

const unknown = process.argv.slice(2).filter((argument) => argument !== '--check');
if (unknown.length > 0) {
  console.error(`unknown argument ${unknown[0]}. Usage: node scripts/generate-types.js [--check]`);
  process.exitCode = 2;
} else {
  main(process.argv.includes('--check')).then((status) => {
    process.exitCode = status;
  });
}
