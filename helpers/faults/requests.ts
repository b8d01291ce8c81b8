/** Requests that reach the engine other than the suite sent them: it does something else than it was asked. */
import { plantOf } from './answers';
import { type Change, changed, isObject, type Json, parsedJson } from './json';
import type { Call, Plant } from './plant';
import { bytesOf } from './reply';
import type { Selector } from './selector';

/** The JSON that was sent is changed: a field passed over, or taken for another. */
export function mishears(selector: Selector, ...changes: readonly Change[]): Plant {
  return plantOf(selector, async (call, ask, planted) => {
    const before = parsedJson(call.body);
    if (before === undefined) return ask(call);
    const body = JSON.stringify(changed(before, changes));
    if (body !== JSON.stringify(before)) planted();
    return ask({ ...call, body: Buffer.from(body) });
  });
}

/** Parameters of the query are passed over (null), or taken for others. */
export function mishearsQuery(selector: Selector, parameters: Readonly<Record<string, string | null>>): Plant {
  return plantOf(selector, async (call, ask, planted) => {
    const query = new URLSearchParams(call.query);
    for (const [name, value] of Object.entries(parameters)) {
      if (value === null) query.delete(name);
      else query.set(name, value);
    }
    if (String(query) !== String(call.query)) planted();
    return ask({ ...call, query });
  });
}

/** It is done to something else: `path` is what the engine is asked instead, made of the path that was asked. */
export function mistakes(selector: Selector, path: (asked: string) => string): Plant {
  return plantOf(selector, async (call, ask, planted) => {
    planted();
    return ask({ ...call, path: path(call.path) });
  });
}

/** A call that nobody made. */
export interface Extra {
  readonly method: 'POST' | 'DELETE';
  readonly path: string;
  readonly query?: string;
  readonly body?: object;
}

/** What the engine answers to a GET. */
export type Look = (path: string) => Promise<Json | undefined>;

/**
 * Something more is done, before what was asked or after it; what is answered to it nobody sees.
 *
 * @param more made of what was asked, and of what the engine shows before that
 */
export function alsoDoes(
  selector: Selector,
  when: 'before' | 'after',
  more: (asked: Call, look: Look) => readonly Extra[] | Promise<readonly Extra[]>,
): Plant {
  return plantOf(selector, async (call, ask, planted) => {
    const { 'content-length': _length, 'content-type': _type, ...headers } = call.headers;
    const plain = { ...call, headers, query: new URLSearchParams(), body: Buffer.alloc(0) };
    const look: Look = async (path) => parsedJson(await bytesOf(await ask({ ...plain, method: 'GET', path })));
    const extras = await more(call, look);
    const doAll = async () => {
      for (const { method, path, query = '', body } of extras) {
        planted();
        const typed = body === undefined ? headers : { ...headers, 'content-type': 'application/json' };
        const sent = Buffer.from(body === undefined ? '' : JSON.stringify(body));
        const extra = { ...plain, method, path, headers: typed, query: new URLSearchParams(query), body: sent };
        await bytesOf(await ask(extra));
      }
    };
    if (when === 'before') await doAll();
    const reply = await ask(call);
    if (when === 'after') await doAll();
    return reply;
  });
}

/** A field of the JSON that was sent, as text; empty where it is none. */
export function sent(call: Call, field: string): string {
  const body = parsedJson(call.body);
  const value = isObject(body) ? body[field] : undefined;
  return typeof value === 'string' ? value : '';
}
