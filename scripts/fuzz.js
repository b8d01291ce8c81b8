/**
 * Lets the property tests search for as long as is said, with a new seed each round; the quick form is part of `npm test`.
 *
 *     node scripts/fuzz.js [--minutes N] [--runs N] [--seed N] [PATTERN…]
 *
 * A PATTERN is a part of a test file's path. Without `--runs` a round is short at first and then longer. What is found is
 * printed with the line that shows it again. Exit status: 0 nothing was found · 1 something was · 2 bad arguments
 */
'use strict';

const { spawnSync } = require('node:child_process');
const { randomInt } = require('node:crypto');
const { mkdtempSync, readFileSync, readdirSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const { parseArgs } = require('node:util');

const ROOT = path.join(__dirname, '..');
const JEST = require.resolve('jest/bin/jest');

/** Runs of a usual property in the first rounds, and in all that follow. */
const ROUNDS = [200, 1000, 4000];

/** As much of what jest says of a failure as is printed. */
const SHOWN = 6000;

function main() {
  const { minutes, runs, seed, patterns } = settings();
  const until = Date.now() + minutes * 60_000;
  const folder = mkdtempSync(path.join(tmpdir(), 'engine-conformance-fuzz-'));
  const found = new Set();
  const total = { rounds: 0, runs: 0 };
  try {
    do {
      const numRuns = runs ?? ROUNDS[Math.min(total.rounds, ROUNDS.length - 1)];
      const own = seed ?? randomInt(-(2 ** 31), 2 ** 31);
      const files = propertyTests(patterns);
      if (files.length === 0) return usage(`no property test has ${patterns.join(' or ')} in its path`);
      const begun = Date.now();
      const { failures, properties } = round(files, own, numRuns, path.join(folder, 'result.json'));
      total.rounds += 1;
      total.runs += numRuns;
      const seconds = Math.round((Date.now() - begun) / 1000);
      say(
        `round ${total.rounds}: seed ${own}, ${numRuns} runs, ${files.length} files, ${properties} tests, ${seconds} s`,
      );
      for (const failure of failures) {
        const known = found.has(failure.title);
        found.add(failure.title);
        say(known ? `FOUND AGAIN ${failure.title} (seed ${own})` : `FOUND ${failure.title}\n${failure.message}`);
        if (!known) say(`again: FC_SEED=${own} FC_RUNS=${numRuns} npx jest ${failure.file}`);
      }
    } while (Date.now() < until);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  say(`${total.rounds} rounds, ${total.runs} runs of a usual property, found ${found.size}`);
  process.exitCode = found.size === 0 ? 0 : 1;
}

/** One round of all files, in one process. */
function round(files, seed, numRuns, result) {
  const flags = [
    '--selectProjects',
    'unit',
    '--runInBand',
    '--json',
    `--outputFile=${result}`,
    '--testTimeout=3600000',
  ];
  const env = { ...process.env, FC_SEED: String(seed), FC_RUNS: String(numRuns) };
  const ended = spawnSync(process.execPath, [JEST, ...flags, '--runTestsByPath', ...files], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (ended.error !== undefined) throw ended.error;
  const { testResults, numTotalTests } = JSON.parse(readFileSync(result, 'utf8'));
  rmSync(result);
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative(ROOT, name);
    const failed = assertionResults.filter((each) => each.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [{ file, title: file, message: message.slice(0, SHOWN) }];
    return failed.map(({ fullName, failureMessages }) => ({
      file,
      title: `${file}: ${fullName}`,
      message: failureMessages.join('\n').slice(0, SHOWN),
    }));
  });
  return { failures, properties: numTotalTests };
}

/** The test files that use fast-check, found anew each round: who adds one need not begin again. */
function propertyTests(patterns) {
  const files = ['helpers', 'reports'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true }).map((name) => path.join(folder, name)),
  );
  return files
    .filter(
      (file) => file.endsWith('.test.ts') && (patterns.length === 0 || patterns.some((part) => file.includes(part))),
    )
    .filter((file) => readFileSync(path.join(ROOT, file), 'utf8').includes("from 'fast-check'"))
    .sort();
}

function settings() {
  const text = { type: 'string' };
  const { values, positionals } = parseArgs({
    options: { minutes: text, runs: text, seed: text },
    allowPositionals: true,
  });
  return {
    minutes: numberOf('minutes', values.minutes, /^\d{1,5}(\.\d{1,2})?$/) ?? 0,
    runs: numberOf('runs', values.runs, /^[1-9]\d{0,7}$/),
    seed: numberOf('seed', values.seed, /^-?\d{1,10}$/),
    patterns: positionals,
  };
}

function numberOf(name, text, form) {
  if (text === undefined) return undefined;
  if (!form.test(text)) throw new TypeError(`--${name} is no number that can stand there: ${text}`);
  return Number(text);
}

function usage(message) {
  process.stderr.write(`fuzz: ${message}\n`);
  process.exitCode = 2;
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

try {
  main();
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  usage(error.message);
}
