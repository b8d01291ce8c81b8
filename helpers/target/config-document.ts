/** Reads YAML that an operator wrote: one document, within limits, every error with its line and column. */
import { type Document, isNode, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { UsageError } from '../usage-error';
import { oneLine, quoted } from './quoted';

/** Nodes that aliases may multiply to, so that a small file does not become a huge document. */
const MOST_ALIASES = 100;

interface Problem {
  readonly message: string;
  readonly offset: number;
}

/** A document, and where its parts stand. */
export interface LocatedDocument {
  /** As plain values; null where it is empty. */
  readonly value: unknown;
  /** The lines of what stands at a path; where nothing does, of what is nearest above it. */
  linesOf(path: readonly (string | number)[]): Lines;
}

/** First and last line, 1-based. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** The document as plain values; null where it is empty. Throws as `parseLocated` does. */
export function parseConfigDocument(bytes: Uint8Array, name: string): unknown {
  return parseLocated(bytes, name).value;
}

/**
 * The document with its lines.
 *
 * @param name of the file, as messages begin
 * @throws UsageError `FILE:LINE:COLUMN: ...` where it is not one document of valid YAML, or not UTF-8
 */
export function parseLocated(bytes: Uint8Array, name: string): LocatedDocument {
  const text = decode(bytes, name);
  const lineCounter = new LineCounter();
  try {
    // The parser's own search for equal keys takes a minute for a megabyte of them.
    const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: false });
    const problem = problemIn(document);
    if (problem !== undefined) {
      const { line, col } = lineCounter.linePos(problem.offset);
      throw new UsageError(`${name}:${line}:${col}: ${oneLine(problem.message)}`, 'mend the YAML there');
    }
    return {
      value: document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown,
      linesOf: (path) => linesOf(document, lineCounter, path),
    };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    // Too many aliases, or nested deeper than the stack.
    const why = error instanceof Error ? oneLine(error.message) : 'unknown error';
    throw new UsageError(`${name}: cannot be read as YAML: ${why}`, 'write it without aliases and deep nesting', {
      cause: error,
    });
  }
}

function linesOf(document: Document.Parsed, counter: LineCounter, path: readonly (string | number)[]): Lines {
  const node = document.getIn(path, true);
  if (!isNode(node) || !node.range) {
    return path.length === 0 ? { first: 1, last: 1 } : linesOf(document, counter, path.slice(0, -1));
  }
  const [start, end] = node.range;
  // The end is that of the text, and lies behind its last line feed where it has one.
  return { first: counter.linePos(start).line, last: counter.linePos(Math.max(start, end - 1)).line };
}

function problemIn(document: Document.Parsed): Problem | undefined {
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) return { message: problem.message, offset: problem.pos[0] };
  const anchors = new Set<string>();
  let found: Problem | undefined;
  visit(document, {
    Alias(_key, alias) {
      if (anchors.has(alias.source)) return undefined;
      found = { message: `there is no anchor ${quoted(alias.source)} before it`, offset: offsetOf(alias) };
      return visit.BREAK;
    },
    Map(_key, map) {
      if (map.anchor !== undefined) anchors.add(map.anchor);
      const keys = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (keys.has(key.value)) {
          found = { message: `the key ${quoted(String(key.value))} stands here twice`, offset: offsetOf(key) };
          return visit.BREAK;
        }
        keys.add(key.value);
      }
      return undefined;
    },
    Seq(_key, list) {
      if (list.anchor !== undefined) anchors.add(list.anchor);
    },
    Scalar(_key, scalar) {
      if (scalar.anchor !== undefined) anchors.add(scalar.anchor);
    },
  });
  return found;
}

function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UsageError(`${name}: is not UTF-8 text`, 'save it as UTF-8', { cause: error });
  }
}
