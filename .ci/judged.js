/**
 * Fails where a target of a report was not judged, or in error: CI counts what was tried, and a skipped suite is not a passed one.
 *
 *   node .ci/judged.js REPORT LEAST...     at least so many claims judged on the first target, on the second, ...
 */
'use strict';

const path = require('node:path');

const [file, ...least] = process.argv.slice(2);
const { results, targets } = require(path.resolve(file));
if (targets.length !== least.length) throw new Error(`${targets.length} targets in ${file}, not ${least.length}`);

for (const [at, target] of targets.entries()) {
  const own = results.filter((result) => result.target === target.id);
  const judged = own.filter(({ verdict }) => verdict === 'pass' || verdict === 'fail').length;
  const errors = own.filter(({ verdict }) => verdict === 'error');
  console.log(`${target.id} is ${target.vendor} ${target.version}: ${judged} judged, ${errors.length} in error`);
  for (const { claim, reason } of errors) console.log(`  error ${claim}: ${reason}`);
  if (judged < Number(least[at]) || errors.length > 0) process.exitCode = 1;
}
