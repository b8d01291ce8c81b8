/** `report`: renders reports of earlier runs again. */

import { readReport } from '../../../reports/read';
import type { Report } from '../../../reports/report';
import { renderHtml } from '../../../reports/writers/html';
import { renderJson } from '../../../reports/writers/json';
import { renderJunit } from '../../../reports/writers/junit';
import { renderMarkdown } from '../../../reports/writers/markdown';
import { renderTerminal, terminalOptions } from '../../../reports/writers/terminal';
import { shippedBaselines } from '../../baseline/shipped';

const RENDERERS: Readonly<Record<string, (report: Report) => string>> = {
  terminal: (report) => renderTerminal(report, terminalOptions(process.stdout, process.env)),
  html: (report) =>
    renderHtml(
      report,
      shippedBaselines().map(({ baseline }) => baseline),
    ),
  md: renderMarkdown,
  junit: renderJunit,
  json: renderJson,
};

/** Prints each report in the format; all are read before the first is printed. */
export function report(files: readonly string[], format: string): void {
  const render = RENDERERS[format];
  if (render === undefined) throw new TypeError(`no renderer for ${format}`);
  for (const each of files.map((file) => readReport(file))) process.stdout.write(render(each));
}
