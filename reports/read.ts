/** Reads a report of an earlier run. A report file is input like any other: bounded, checked and never trusted. */
import { forTerminal } from './escape';
import { REPORT_LIMIT_BYTES } from './fit';
import { field, type Refuse, readJsonFile, refusalOf } from './json-file';
import { lifted } from './lift';
import { REPORT_FORMAT, type Report, TOOL_NAME } from './report';
import { reportErrors } from './validate';

const MEND = 'name a report.json that this tool wrote';

/**
 * Reads and checks a report. One of an older format is handed back as the newest one.
 *
 * @param limitBytes larger files are refused; 64 MiB where nothing is said
 * @throws UsageError, one line, where there is no such file or it is not a report that this version reads
 */
export function readReport(path: string, limitBytes = REPORT_LIMIT_BYTES): Report {
  const refuse = refusalOf(path, MEND);
  return reportIn(readJsonFile(path, limitBytes, refuse), refuse);
}

/** The report that a document is. Throws what `refuse` makes where it is none. */
export function reportIn(document: unknown, refuse: Refuse): Report {
  if (field(field(document, 'tool'), 'name') !== TOOL_NAME) throw refuse(`is not a report of ${TOOL_NAME}`);
  refuseNewer(document, REPORT_FORMAT, refuse);
  const report = lifted(document);
  refuseErrors(reportErrors(report), 'a valid report', refuse);
  return report as Report;
}

/** Refuses a format that only newer versions of the tool read. */
export function refuseNewer(document: unknown, newest: number, refuse: Refuse): void {
  const format = field(document, 'format');
  if (typeof format !== 'number' || format <= newest) return;
  throw refuse(
    `has format ${format}, and this version reads up to ${newest}`,
    `use the version of ${TOOL_NAME} that wrote it, or a newer one`,
  );
}

/** Refuses where there are errors, with the first one. */
export function refuseErrors([error, ...more]: readonly string[], what: string, refuse: Refuse): void {
  if (error === undefined) return;
  const rest = more.length === 0 ? '' : ` (and ${more.length} more)`;
  throw refuse(`is not ${what}: ${forTerminal(error, { limit: 300 })}${rest}`);
}
