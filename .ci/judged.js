/**
 * Fails where a target of a report was not judged, or in error: CI counts what was tried, and a skipped suite is not a passed one.
 *
 *   node .ci/judged.js [--chapter NAME] REPORT LEAST...
 *
 * At least so many claims, of one chapter or of all, must have been judged on the first target, on the second, ...
 */
'use strict';

const path = require('node:path');

const words = process.argv.slice(2);
const chapter = words[0] === '--chapter' ? words.splice(0, 2)[1] : undefined;
const [file, ...least] = words;
const { results, targets } = require(path.resolve(file));
if (targets.length !== least.length) throw new Error(`${targets.length} targets in ${file}, not ${least.length}`);

for (const [at, target] of targets.entries()) {
  const own = results.filter(
    (result) => result.target === target.id && (chapter === undefined || result.claim.startsWith(`${chapter}.`)),
  );
  const judged = own.filter(({ verdict }) => verdict === 'pass' || verdict === 'fail').length;
  const errors = own.filter(({ verdict }) => verdict === 'error');
  console.log(
    `${target.id} is ${target.vendor} ${target.version}: ${judged} judged${chapter === undefined ? '' : ` of ${chapter}`}, ${errors.length} in error`,
  );
  for (const { claim, reason } of errors) console.log(`  error ${claim}: ${reason}`);
  if (judged < Number(least[at]) || errors.length > 0) process.exitCode = 1;
}
