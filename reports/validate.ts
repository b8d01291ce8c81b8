/** Whether a document is a report: by its schema, and by its agreement with itself. */
import { disagreements } from './agreement';
import type { Report } from './report';
import { schemaViolations } from './schema-judge';

/**
 * What is wrong with a document that should be a report, one line each, with a JSON pointer to the place; empty where it
 * is one.
 */
export function reportErrors(document: unknown): string[] {
  const violations = schemaViolations('report', document);
  return violations.length > 0 ? violations : disagreements(document as Report);
}
