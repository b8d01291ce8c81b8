/**
 * What an engine said, without what is different the next time: ids, names, addresses, times. They are named instead
 * (`<id>`), so that two runs on one engine say the same, and what is left differs only where the engine does.
 */
import ipaddr from 'ipaddr.js';
import { showValue } from '../../reports/values';
import { upstreamVersion } from '../../reports/versions';

/** Characters of a reason that are kept; the rest says no more of the engine. */
const LIMIT = 240;

/** Characters of a text that are looked at. */
const LOOKED_AT = 20_000;

/** An object, or a list of them, as JSON begins. */
const ANSWER = /\[?\{\s*"/;

/** Characters from which on a version or an id is told from any other text. */
const SHORTEST = 5;

/** What of a run and its engine shows in texts and says nothing of the engine's behaviour. */
export interface Incidental {
  readonly runId?: string;
  /** The engine's version as it writes it. */
  readonly version?: string;
  readonly kernel?: string;
}

/** A verification that did not hold. */
export interface Failure {
  readonly what: string;
  readonly expected?: unknown;
  readonly observed?: unknown;
}

/** What this suite made on an engine, or in the lab. */
const OWN_NAME = /\bec-[a-z0-9]+(?:-[a-z0-9]+)*/g;

/** In this order: what is tried later may not look into what was found before. */
const NAMED: readonly (readonly [RegExp, string])[] = [
  [/\/tmp\/[^\s"',:]+/g, '<path>'],
  [/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?/g, '<time>'],
  [/\b[0-9a-f]{2}(?::[0-9a-f]{2}){5}\b/gi, '<mac>'],
  [/(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}(?![\w.])/g, '<address>/<length>'],
  [/(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}:\d{1,5}(?![\w.])/g, '<address>:<port>'],
  [/(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.])/g, '<address>'],
  [/(?:sha256:)?\b(?=[a-f]*\d)[0-9a-f]{12,}\b/g, '<id>'],
  [/\b\d+(?:\.\d+)? ?(?:ns|us|µs|ms|s|seconds?)\b/g, '<duration>'],
  [/\b\d{5,}\b/g, '<number>'],
  // A place in a list, within a JSON pointer.
  [/\/\d+(?=\/)/g, '/*'],
];

/** Colons between hexadecimal digits, which may be an IPv6 address. */
const MAYBE_IPV6 = /(?<![\w:.])(?=[0-9a-f]{0,4}:[0-9a-f]{0,4}:)[0-9a-f:]{3,39}(?:\/\d{1,3})?(?![\w:])/gi;

/**
 * The reason of a verdict, for a baseline: one line, the same in every run on the same engine.
 *
 * @param reason as the report has it; of a failure its parts are taken instead, which are whole
 */
export function constantReason(reason: string | null, failure: Failure | undefined, of: Incidental): string | null {
  if (failure === undefined) return reason === null ? null : bounded(constantText(reason, of));
  const expected = showValue(constantValue(failure.expected, of));
  const observed = showValue(constantValue(failure.observed, of));
  const same = expected === observed ? 'another' : observed;
  // Once more over the whole: what parts the texts must not show what each alone hides.
  return bounded(named(`${failure.what}: expected ${expected}, observed ${same}`.slice(0, LOOKED_AT), of));
}

/** A text with what changes from run to run named, and answers that it quotes named as such. */
export function constantText(text: string, of: Incidental = {}): string {
  return named(withoutAnswers(text.slice(0, LOOKED_AT)), of);
}

/** It is the same when done again. */
function named(text: string, { runId, version, kernel }: Incidental): string {
  let shown = text.replace(OWN_NAME, '<name>');
  if (runId !== undefined && runId.length >= SHORTEST) shown = shown.replaceAll(runId, '<run>');
  for (const [own, name] of [
    [version, '<version>'],
    [version === undefined ? undefined : upstreamVersion(version), '<version>'],
    [kernel, '<kernel>'],
  ] as const) {
    if (own !== undefined && own.length >= SHORTEST) shown = shown.replaceAll(own, name);
  }
  shown = shown.replace(MAYBE_IPV6, (found) => (isIpv6(found) ? '<address>' : found));
  for (const [pattern, name] of NAMED) shown = shown.replace(pattern, name);
  return shown.replace(/\s+/g, ' ').trim();
}

function constantValue(value: unknown, of: Incidental): unknown {
  if (typeof value === 'string') return constantText(value, of);
  if (typeof value === 'number') return Math.abs(value) >= 10_000 ? '<number>' : value;
  if (Array.isArray(value)) return constantList(value, of);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [constantText(key, of), constantValue(item, of)]),
  );
}

/** Of a list whose items were told apart by what is different in every run, each kind once; their order says nothing. */
function constantList(list: readonly unknown[], of: Incidental): unknown[] {
  const named = list.map((item) => constantValue(item, of));
  const texts = named.map((item) => JSON.stringify(item));
  const changed = list.some((item, index) => JSON.stringify(item) !== texts[index]);
  if (!changed) return named;
  return [...new Set(texts)].sort().map((text) => JSON.parse(text) as unknown);
}

/** A text in which the objects of an answer, whole or cut, are named: what else is on an engine shows in them. */
function withoutAnswers(text: string): string {
  let [shown, rest] = ['', text];
  for (let start = rest.search(ANSWER); start !== -1; start = rest.search(ANSWER)) {
    shown += rest.slice(0, start) + (rest[start] === '[' ? '<objects>' : '<object>');
    rest = rest.slice(endOfJson(rest, start));
  }
  return shown + rest;
}

/** Behind the bracket that closes the one at `start`; the end of the text where none does. */
function endOfJson(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let index = start; index < text.length; index += 1) {
    const character = text[index];
    if (quoted) {
      if (character === '\\') index += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return text.length;
}

function isIpv6(text: string): boolean {
  return ipaddr.IPv6.isValid(text.replace(/\/\d+$/, ''));
}

function bounded(text: string): string {
  const characters = [...text];
  return characters.length <= LIMIT ? text : `${characters.slice(0, LIMIT - 3).join('')}...`;
}
