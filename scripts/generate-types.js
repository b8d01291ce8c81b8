/**
 * Generates TypeScript types from the schemas. The schemas are the source; the generated files are committed, so that
 * nothing needs to be generated to build.
 *
 *   node scripts/generate-types.js           writes the files
 *   node scripts/generate-types.js --check   writes nothing; exits with 1 where a file is not what its schema gives
 */
'use strict';

const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { compile } = require('json-schema-to-typescript');

/** Schema, name of its root type, and the file that holds its types. */
const GENERATED = [
  { schema: 'schemas/report.schema.json', type: 'Report', output: 'reports/report.generated.ts' },
  { schema: 'schemas/config.schema.json', type: 'Configuration', output: 'helpers/target/config.generated.ts' },
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

/** @returns {Promise<string>} the text of the generated file */
async function generate({ schema, type }) {
  const document = JSON.parse(readFileSync(path.join(ROOT, schema), 'utf8'), anythingIsUnknown);
  return compile(document, type, {
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
