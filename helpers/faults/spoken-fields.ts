/** The fields of answers that a statement speaks of: each of them broken must be noticed, or it was never looked at. */
import { isObject, type Json } from './json';
import type { Selector } from './selector';

/** An answer as it passed between suite and engine. */
export interface ObservedAnswer {
  readonly method: string;
  /** Without version and query. */
  readonly path: string;
  readonly document: Json;
}

export interface SpokenField {
  readonly selector: Selector;
  /** Keys from the answer's root; `*` stands for each index of a list, and for keys that differ from run to run. */
  readonly path: readonly string[];
}

/**
 * The fields whose names a statement says: `MacAddress` where it has "mac address" or the name itself, in any case and number. A
 * name of one word, such as `Name` or `Volumes`, counts only as it is written, within the sentence: statements are full of names
 * and volumes. Each field once for each kind of call.
 */
export function spokenFields(statement: string, answers: readonly ObservedAnswer[]): SpokenField[] {
  const said = ` ${wordsOf(statement)} `;
  const written = new Set(statement.split(/[^A-Za-z0-9]+/).slice(1));
  const fields = new Map<string, SpokenField>();
  for (const { method, path, document } of answers) {
    const selector = selectorOf(method, path);
    if (selector === undefined) continue;
    for (const keys of pathsIn(document)) {
      const name = keys.at(-1) ?? '';
      if (name === '*' || !isSaid(name, said, written)) continue;
      fields.set(`${selector} ${keys.join('\n')}`, { selector, path: keys });
    }
  }
  return [...fields.values()];
}

function isSaid(name: string, said: string, written: ReadonlySet<string>): boolean {
  const words = wordsOf(name);
  return words.includes(' ') ? said.includes(` ${words} `) : written.has(name) && /[A-Z]/.test(name);
}

/** `mac address` of `MacAddress`; of a text its words, each without the s of its plural. */
function wordsOf(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => (word.length > 3 ? word.replace(/(?<=ss)es$|(?<=[^s])s$/, '') : word))
    .join(' ');
}

/** Which calls are of the kind of this one; undefined of those whose answers are no documents. */
function selectorOf(method: string, path: string): Selector | undefined {
  if (/^\/(events|containers\/[^/]+\/(attach|logs|archive))/.test(path)) return undefined;
  const parts = path.split('/').slice(1);
  const [kind = '', second] = parts;
  const collective = second === undefined || ['json', 'create', 'prune', 'load'].includes(second);
  const shape = collective ? parts : [kind, '*', ...parts.slice(2)];
  return `${method} /${shape.join('/')}` as Selector;
}

function pathsIn(document: Json): string[][] {
  const found = new Map<string, string[]>();
  const visit = (value: Json, path: readonly string[]) => {
    if (path.length > 0) found.set(path.join('\n'), [...path]);
    if (Array.isArray(value)) for (const element of value) visit(element, [...path, '*']);
    else if (isObject(value))
      for (const [key, child] of Object.entries(value)) visit(child, [...path, isOwnName(key) ? '*' : key]);
  };
  visit(document, []);
  return [...found.values()];
}

/** A key that is an id, an address, or a name of one run. */
function isOwnName(key: string): boolean {
  return /^ec-|^[0-9a-f]{12,}$|[/.:]/.test(key);
}
