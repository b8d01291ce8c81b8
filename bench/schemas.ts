/**
 * How fast schemas judge: container inspect answers a second on one core, and what a process spends before its first
 * answer is judged. All in processor time, which other processes on the machine disturb little. No engine is needed.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { validDocuments } from '../helpers/schema/fixtures/documents';
import { compiled, type Form } from '../helpers/schema/forms';
import { type SchemaName, schemaErrors, schemaNames } from '../helpers/schema/validator';

const execute = promisify(execFile);
const NAME: SchemaName = 'container-inspect';
const BUDGET_DOCUMENTS_PER_SECOND = 20_000;
const BUDGET_READY_MS = 300;
/** Long enough that the compiler of the machine code has settled. */
const WARM_UP_MS = 300;
const MEASURED_MS = 1_000;

export interface SchemaFigures {
  /** Documents a second that the compiled schema judges when it looks for every error, and for the first. */
  readonly allErrorsPerSecond: number;
  readonly firstErrorPerSecond: number;
  /** Documents a second through schemaErrors, which every answer of a run takes. */
  readonly schemaErrorsPerSecond: number;
  /** Loading what the build compiled ahead and judging one document by each schema, in a fresh process. */
  readonly aheadMs: number;
  /** Loading ajv and compiling the whole set in one form, in a fresh process: what is saved by compiling ahead. */
  readonly compileMs: number;
}

/** Measures; takes some five seconds of one core. The package must have been built. */
export async function schemaFigures(): Promise<SchemaFigures> {
  const perSecond = (form: Form) => documentsPerSecond(compiled(NAME, form));
  return {
    allErrorsPerSecond: perSecond('all'),
    firstErrorPerSecond: perSecond('first'),
    schemaErrorsPerSecond: documentsPerSecond((document) => schemaErrors(NAME, document).length === 0),
    compileMs: await middleOf(5, () => measuredInProcess(COMPILE)),
    aheadMs: await middleOf(5, () => measuredInProcess(AHEAD)),
  };
}

/** The rows of the table, as what, value and budget. */
export function schemaRows(figures: SchemaFigures): readonly (readonly [string, string, string])[] {
  const { allErrorsPerSecond, firstErrorPerSecond, schemaErrorsPerSecond, compileMs, aheadMs } = figures;
  const budget = `budget ${BUDGET_DOCUMENTS_PER_SECOND}`;
  return [
    ['container inspect a second, all errors', String(allErrorsPerSecond), budget],
    ['the same, first error', String(firstErrorPerSecond), budget],
    ['the same, as a run judges', String(schemaErrorsPerSecond), budget],
    [`${schemaNames().length} schemas, compiled ahead`, `${aheadMs} ms`, `budget ${BUDGET_READY_MS} ms`],
    ['the same, had they to be compiled', `${compileMs} ms`, ''],
  ];
}

export function withinBudget(figures: SchemaFigures): boolean {
  const { allErrorsPerSecond, firstErrorPerSecond, schemaErrorsPerSecond, aheadMs } = figures;
  const slowest = Math.min(allErrorsPerSecond, firstErrorPerSecond, schemaErrorsPerSecond);
  return slowest >= BUDGET_DOCUMENTS_PER_SECOND && aheadMs <= BUDGET_READY_MS;
}

function documentsPerSecond(isValid: (document: unknown) => boolean): number {
  const documents = validDocuments(NAME);
  rounds(documents, isValid, WARM_UP_MS);
  return Math.round(rounds(documents, isValid, MEASURED_MS));
}

/** Judges all documents again and again; how many a second. */
function rounds(documents: readonly unknown[], isValid: (document: unknown) => boolean, forMs: number): number {
  const before = process.cpuUsage();
  let judged = 0;
  let spentMs = 0;
  for (; spentMs < forMs; spentMs = milliseconds(process.cpuUsage(before))) {
    for (const document of documents) if (!isValid(document)) throw new Error(`a valid ${NAME} was refused`);
    judged += documents.length;
  }
  return (judged / spentMs) * 1000;
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

const COMPILE = `
  const before = process.cpuUsage();
  const { compiled } = require('./forms');
  for (const name of require('./names').schemaNames()) compiled(name, 'all');
  console.log(JSON.stringify(process.cpuUsage(before)));`;

const AHEAD = `
  const documents = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
  const before = process.cpuUsage();
  const { schemaErrors } = require('./validator');
  for (const [name, document] of documents) schemaErrors(name, document);
  console.log(JSON.stringify(process.cpuUsage(before)));
  if (!require('./compile').isCompiledAhead) throw new Error('the schemas were not compiled ahead: npm run build');`;

async function measuredInProcess(script: string): Promise<number> {
  const folder = join(__dirname, '..', 'dist', 'helpers', 'schema');
  const running = execute(process.execPath, ['-e', script.replaceAll("require('./", `require('${folder}/`)]);
  // One of each: fixtures are not in the package, and a fresh process gets them so.
  running.child.stdin?.end(JSON.stringify(schemaNames().map((name) => [name, validDocuments(name)[0]])));
  const { stdout } = await running;
  return milliseconds(JSON.parse(stdout) as NodeJS.CpuUsage);
}

async function middleOf(times: number, measure: () => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let time = 0; time < times; time += 1) values.push(await measure());
  return Math.round(values.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN);
}
