/**
 * Compiles the schemas into dist/, as the last step of the build, so that a run need not. Says so where the result is
 * not what the package would then use.
 */
'use strict';

const { writeFileSync } = require('node:fs');
const path = require('node:path');

const folder = path.join(__dirname, '..', 'dist', 'helpers', 'schema');
const { COMPILED_FILE, compiledModule } = require(path.join(folder, 'ahead.js'));
const { compiledCode } = require(path.join(folder, 'forms.js'));

writeFileSync(path.join(folder, COMPILED_FILE), compiledModule(compiledCode()));
const { isCompiledAhead } = require(path.join(folder, 'compile.js'));
if (!isCompiledAhead) {
  console.error(`${path.join(folder, COMPILED_FILE)} was written and is not used`);
  process.exitCode = 1;
}
