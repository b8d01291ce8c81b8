/** Reads baselines. A file is input like any other: bounded, checked and never trusted. */
import { BASELINE_FORMAT, BASELINE_LIMIT_BYTES, type Baseline, baselineErrors } from './baseline';
import { REPORT_LIMIT_BYTES } from './fit';
import { field, type Refuse, readJsonFile, refusalOf } from './json-file';
import { refuseErrors, refuseNewer, reportIn } from './read';
import { type Report, TOOL_NAME } from './report';

const MEND = 'name a baseline, or a report.json, that this tool wrote';

/** What a file can be that something is compared with. */
export type Measurement =
  | { readonly kind: 'baseline'; readonly baseline: Baseline }
  | { readonly kind: 'report'; readonly report: Report };

/**
 * Reads a baseline or a report.
 *
 * @throws UsageError, one line, where the file is neither
 */
export function readMeasurement(path: string, limitBytes = REPORT_LIMIT_BYTES): Measurement {
  const refuse = refusalOf(path, MEND);
  const document = readJsonFile(path, limitBytes, refuse);
  if (field(document, 'run') !== undefined) return { kind: 'report', report: reportIn(document, refuse) };
  return { kind: 'baseline', baseline: baselineIn(document, refuse) };
}

/** Reads a baseline. Throws UsageError, one line, where the file is none. */
export function readBaseline(path: string): Baseline {
  const refuse = refusalOf(path, MEND);
  return baselineIn(readJsonFile(path, BASELINE_LIMIT_BYTES, refuse), refuse);
}

function baselineIn(document: unknown, refuse: Refuse): Baseline {
  if (field(field(document, 'tool'), 'name') !== TOOL_NAME) throw refuse(`is not of ${TOOL_NAME}`);
  refuseNewer(document, BASELINE_FORMAT, refuse);
  refuseErrors(baselineErrors(document), 'a valid baseline', refuse);
  return document as Baseline;
}
