/** Reads YAML that an operator wrote: one document, within limits, every error with its line and column. */
import { LineCounter, parseDocument } from 'yaml';
import { UsageError } from '../usage-error';
import { oneLine } from './quoted';

/** Nodes that aliases may multiply to, so that a small file does not become a huge document. */
const MOST_ALIASES = 100;

/**
 * The document as plain values; null where it is empty.
 *
 * @param name of the file, as messages begin
 * @throws UsageError `FILE:LINE:COLUMN: ...` where it is not one document of valid YAML, or not UTF-8
 */
export function parseConfigDocument(bytes: Uint8Array, name: string): unknown {
  const text = decode(bytes, name);
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
    const [problem] = [...document.errors, ...document.warnings];
    if (problem !== undefined) {
      const { line, col } = lines.linePos(problem.pos[0]);
      throw new UsageError(`${name}:${line}:${col}: ${oneLine(problem.message)}`, 'mend the YAML there');
    }
    return document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    // Too many aliases, or nested deeper than the parser's stack.
    const why = error instanceof Error ? oneLine(error.message) : 'unknown error';
    throw new UsageError(`${name}: cannot be read as YAML: ${why}`, 'write it without aliases and deep nesting', {
      cause: error,
    });
  }
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UsageError(`${name}: is not UTF-8 text`, 'save it as UTF-8', { cause: error });
  }
}
