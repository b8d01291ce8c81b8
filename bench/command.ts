/** The command line under measurement, as an operator would call it. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readReport } from '../reports/read';
import type { Report } from '../reports/report';

const execute = promisify(execFile);
export const COMMAND = join(__dirname, '..', 'bin', 'engine-conformance.js');
const OUTPUT_LIMIT_BYTES = 1 << 28;

/** What a run came to and cost. */
export interface RunCost {
  readonly report: Report;
  /** Milliseconds from the first look at an engine to its being put back; starting engines of the lab comes before. */
  readonly runMs: number;
  /** Milliseconds of the whole command. */
  readonly wallMs: number;
  /** Milliseconds of processor time that this suite took itself. */
  readonly cpuMs: number;
  readonly peakMemoryMb: number;
}

/** Runs a command; returns what it wrote on stdout. An exit status of `accepted` is no failure. */
export async function command(
  args: readonly string[],
  accepted: readonly number[] = [0],
): Promise<{ stdout: string; stderr: string }> {
  try {
    return await execute(process.execPath, [COMMAND, ...args], { maxBuffer: OUTPUT_LIMIT_BYTES });
  } catch (error) {
    const { code, stdout, stderr } = error as { code?: unknown; stdout?: string; stderr?: string };
    if (typeof code === 'number' && accepted.includes(code)) return { stdout: stdout ?? '', stderr: stderr ?? '' };
    throw error;
  }
}

/** Judges targets; that some claim departs or is not judged (1 and 3) is no failure of the measurement. */
export async function costOfRun(targets: readonly string[], more: readonly string[] = []): Promise<RunCost> {
  const folder = await mkdtemp(join(tmpdir(), 'engine-conformance-bench-'));
  try {
    const begun = performance.now();
    const flags = targets.flatMap((target) => ['-t', target]);
    const { stderr } = await command(['run', ...flags, ...more, '-o', folder, '--verbose'], [0, 1, 3]);
    const wallMs = Math.round(performance.now() - begun);
    const cost = /^cost: (.*)$/m.exec(stderr)?.[1];
    if (cost === undefined) throw new Error(`the run told no cost: ${stderr}`);
    const { cpuMs, peakMemoryMb } = JSON.parse(cost) as { cpuMs: number; peakMemoryMb: number };
    const report = readReport(join(folder, 'report.json'));
    return { report, runMs: report.run.durationMs, wallMs, cpuMs, peakMemoryMb };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Claims that passed or failed, and those that ended in an error. */
export function judgedOf({ results }: Report): { judged: number; errors: number } {
  const errors = results.filter(({ verdict }) => verdict === 'error').length;
  return { judged: results.filter(({ verdict }) => verdict === 'pass' || verdict === 'fail').length, errors };
}
