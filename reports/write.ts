/** Writes a report in all its forms, each file whole or not at all. */
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../helpers/usage-error';
import type { Baseline } from './baseline';
import { forTerminal } from './escape';
import { fittingJson } from './fit';
import { replaceFile, temporaryName } from './replace-file';
import type { Report } from './report';
import { systemErrorCode } from './system-error';
import { reportErrors } from './validate';
import { renderHtml } from './writers/html';
import { renderJunit } from './writers/junit';
import { renderMarkdown } from './writers/markdown';

/**
 * Writes junit.xml, report.md, report.html and report.json, in this order: where report.json is new, so are the others. Each
 * goes to a temporary file beside it, to the disk, and then to its name.
 *
 * @param directory made where it is not there
 * @param baselines measured engines that the page shows beside those of the report
 * @returns the path of report.json
 * @throws Error where the report is none by its own schema (a fault of the suite; nothing is written), UsageError where
 *   the directory can't be written
 */
export async function writeReports(
  report: Report,
  directory: string,
  baselines: readonly Baseline[] = [],
): Promise<string> {
  const json = fittingJson(report);
  // What is judged is what will be read: the text, not the object that it was made of.
  const written: Report = JSON.parse(json);
  const [error, ...more] = reportErrors(written);
  if (error !== undefined) {
    throw new Error(
      `the report contradicts its schema: ${error}${more.length === 0 ? '' : ` (and ${more.length} more)`}`,
    );
  }
  const files = [
    { name: 'junit.xml', text: renderJunit(report) },
    { name: 'report.md', text: renderMarkdown(report) },
    { name: 'report.html', text: renderHtml(written, baselines) },
    { name: 'report.json', text: json },
  ];
  await orUsageError(directory, async () => {
    await mkdir(directory, { recursive: true });
    for (const { name, text } of files) await replaceFile(directory, name, text);
  });
  return path.join(directory, 'report.json');
}

/**
 * Makes the directory and tries to write in it, so that a run whose report could not be written does not begin.
 *
 * @throws UsageError where it can't be written
 */
export async function assertWritable(directory: string): Promise<void> {
  await orUsageError(directory, async () => {
    await mkdir(directory, { recursive: true });
    const probe = temporaryName(directory, 'probe');
    const file = await open(probe, 'wx');
    await file.close();
    await rm(probe);
  });
}

async function orUsageError(directory: string, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    const message = `can't write to the output directory ${forTerminal(directory)}: ${code}`;
    throw new UsageError(message, 'name a directory that can be written with --output', { cause: error });
  }
}
