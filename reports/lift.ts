/** Brings reports of older formats to the newest one, before they are checked. */
import { REPORT_FORMAT } from './report';

/** What format 2 has more than format 1, as a run has it that neither measured times nor compared. */
const NEW_IN_2 = { timings: [], comparisons: [] };

/**
 * The document as the newest format has it. One of format 1 gets what came since; anything else is handed back as it is, for
 * the schema to judge. A document of format 1 that has a field of format 2 keeps it as unknown.
 */
export function lifted(document: unknown): unknown {
  if (!isFormat1(document)) return document;
  const early = Object.keys(NEW_IN_2).filter((key) => Object.hasOwn(document, key));
  const unknown = early.map((key) => [`${key} (not of format 1)`, document[key]]);
  return { ...document, ...NEW_IN_2, ...Object.fromEntries(unknown), format: REPORT_FORMAT };
}

function isFormat1(document: unknown): document is Readonly<Record<string, unknown>> {
  return typeof document === 'object' && document !== null && 'format' in document && document.format === 1;
}
