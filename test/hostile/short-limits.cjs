/**
 * Loaded into our own command before anything else of it: the limits in time are shorter than they are for operators, so that
 * forty sick engines take no twenty minutes; and in the end it says how much memory the process took, on descriptor 3.
 */
'use strict';

const { writeSync } = require('node:fs');
const path = require('node:path');

const limits = require(path.join(__dirname, '..', '..', 'dist', 'helpers', 'engine', 'limits.js'));

const SHORT = { CALL_LIMIT_MS: 3_000, REACH_LIMIT_MS: 2_000, REMOVAL_LIMIT_MS: 3_000 };

for (const [name, ms] of Object.entries(process.env.PATIENT ? {} : SHORT)) {
  if (typeof limits[name] !== 'number') throw new Error(`there is no limit ${name} any more`);
  limits[name] = ms;
}

process.on('exit', () => void writeSync(3, String(Math.round(process.resourceUsage().maxRSS / 1024))));
