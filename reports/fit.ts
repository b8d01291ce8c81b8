/** Keeps report.json within the size at which it can be read again. */
import type { Report, ReportResult } from './report';
import { renderJson } from './writers/json';

/** Bytes of a report file; larger ones are neither written nor read. */
export const REPORT_LIMIT_BYTES = 64 * 1024 * 1024;

const STEPS: readonly ((result: ReportResult) => boolean)[] = [
  () => true,
  (result) => result.outcome !== 'as-expected',
  () => false,
];

/**
 * The text of report.json. Where a run of many targets is larger than the limit, evidence is left out and marked as
 * truncated: first that of what is as expected, then all of it. Verdicts are never left out.
 *
 * @throws RangeError where even that is too large
 */
export function fittingJson(report: Report, limitBytes = REPORT_LIMIT_BYTES): string {
  for (const keep of STEPS) {
    const text = renderJson({
      ...report,
      results: report.results.map((result) => (keep(result) ? result : bare(result))),
    });
    if (Buffer.byteLength(text) <= limitBytes) return text;
  }
  throw new RangeError(`a report of more than ${limitBytes} bytes can't be written`);
}

function bare(result: ReportResult): ReportResult {
  return { ...result, evidence: { calls: [], commands: [], truncated: true } };
}
