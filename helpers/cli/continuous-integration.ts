/** What a run tells the service that it runs on: GitHub's job summary and annotations. */
import { randomUUID } from 'node:crypto';
import { appendFileSync, statSync } from 'node:fs';
import { forTerminal } from '../../reports/escape';
import type { Report } from '../../reports/report';
import { systemErrorCode } from '../../reports/system-error';
import { annotations } from '../../reports/writers/annotations';
import { fittingSummary } from '../../reports/writers/job-summary';
import { renderMarkdown } from '../../reports/writers/markdown';

/**
 * Adds the report to the job summary where GITHUB_STEP_SUMMARY names one, and annotates what departs where GITHUB_ACTIONS
 * is set. A summary that can't be written changes no verdict; it is said.
 */
export function announce(report: Report, env: NodeJS.ProcessEnv, say = toStandardError): void {
  const summary = env.GITHUB_STEP_SUMMARY ?? '';
  if (summary !== '') addSummary(summary, report, say);
  if (onGithub(env)) for (const line of annotations(report)) say(line);
}

/**
 * A text that is to be printed, safe from being obeyed: GitHub takes any line that begins with two colons as a command, and
 * an engine may have said one.
 */
export function shielded(text: string, env: NodeJS.ProcessEnv): string {
  if (!onGithub(env)) return text;
  const token = randomUUID();
  return `::stop-commands::${token}\n${text}${text.endsWith('\n') ? '' : '\n'}::${token}::\n`;
}

function onGithub(env: NodeJS.ProcessEnv): boolean {
  return env.GITHUB_ACTIONS === 'true';
}

function addSummary(path: string, report: Report, say: (line: string) => void): void {
  try {
    const taken = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    appendFileSync(path, fittingSummary(renderMarkdown(report), taken));
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    say(`the job summary ${forTerminal(path)} can't be written: ${code}`);
  }
}

function toStandardError(line: string): void {
  process.stderr.write(`${line}\n`);
}
