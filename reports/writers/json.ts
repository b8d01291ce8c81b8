/** The report as JSON: the form that is the truth. What is secret was left out when the evidence was taken. */
import type { Report } from '../report';
import { inSchemaOrder } from '../schema-order';
import { inOrder } from '../summarise';

/** Two reports of the same differ in nothing: results as the catalogue has them, keys as the schema has them. */
export function renderJson(report: Report): string {
  const ordered = inSchemaOrder({ ...report, results: inOrder(report, report.results) });
  return `${JSON.stringify(ordered, null, 1)}\n`;
}
