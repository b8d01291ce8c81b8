#!/usr/bin/env node
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const main = join(__dirname, '..', 'dist', 'helpers', 'cli', 'main.js');
if (!existsSync(main)) {
  process.stderr.write('engine-conformance: not built yet\n  mend: npm run build\n');
  process.exit(2);
}
require(main);
