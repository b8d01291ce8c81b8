/** A JSON value, or text, as lines to read: safe to show, bounded, the keys apart from the values. */
import { visible } from './visible';

export interface BodyLine {
  readonly indent: string;
  /** With its quotes and colon, or empty. */
  readonly key: string;
  readonly value: string;
}

/** Lines, and characters of one, that are shown at most. */
const LINES = 5000;
const WIDTH = 2000;

export function bodyLines(value: unknown): readonly BodyLine[] {
  const isText = typeof value === 'string';
  const lines = (isText ? value.replace(/\n$/, '') : (JSON.stringify(value, null, 2) ?? '')).split('\n');
  const shown = lines.slice(0, LINES).map((line) => (isText ? textLine(line) : jsonLine(line)));
  const more = lines.length - shown.length;
  return more > 0 ? [...shown, { indent: '', key: '', value: `... (+${more} lines)` }] : shown;
}

function textLine(line: string): BodyLine {
  return { indent: '', key: '', value: visible(line, WIDTH) };
}

function jsonLine(line: string): BodyLine {
  const [, indent = '', key = '', value = ''] = /^( *)("(?:[^"\\]|\\.)*": )?(.*)$/s.exec(line) ?? [];
  return { indent, key: visible(key, WIDTH), value: visible(value, WIDTH) };
}
