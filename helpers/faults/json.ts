/** Changes of a JSON document: what faults do to answers and requests. */
import type { Json } from '../engine/answer';

export { isObject, type Json } from '../engine/answer';

/** Makes another document of one; it may be changed in place, being a copy. */
export type Change = (document: Json) => Json;

/**
 * A place in a document: keys and positions, in which `*` stands for any text. As text with dots (`IPAM.Config.*.Subnet`,
 * `Networks.ec-*.IPAddress`), or as a list where a key holds a dot itself.
 */
export type Path = string | readonly string[];

/** A field is left out, or an element of a list. */
export function drop(path: Path): Change {
  return at(path, (parent, key) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  });
}

/** A field has another value, or one that is made of the old. It is added where it is missing. */
export function set(path: Path, value: Json | ((old: Json | undefined) => Json)): Change {
  return at(path, (parent, key) => {
    const old = valueAt(parent, key);
    assign(parent, key, typeof value === 'function' ? value(old) : structuredClone(value));
  });
}

/** A field has another name. */
export function rename(path: Path, name: string): Change {
  return at(path, (parent, key) => {
    const old = valueAt(parent, key);
    if (Array.isArray(parent) || old === undefined) return;
    delete parent[key];
    parent[name] = old;
  });
}

/** A field has another type: a text becomes a list of it, and anything else its JSON as text. */
export function retype(path: Path): Change {
  return set(path, (old) => (typeof old === 'string' ? [old] : JSON.stringify(old ?? null)));
}

/** A list has one element more. */
export function add(path: Path, element: Json): Change {
  return set(path, (old) => [...(Array.isArray(old) ? old : []), element]);
}

/** A list lacks the elements that are such. */
export function without(path: Path, such: (element: Json) => boolean): Change {
  return set(path, (old) => (Array.isArray(old) ? old.filter((element) => !such(element)) : (old ?? null)));
}

/** A list has each of its elements twice. */
export function doubled(path: Path): Change {
  return set(path, (old) => (Array.isArray(old) ? old.flatMap((element) => [element, element]) : (old ?? null)));
}

/** The document after all of the changes, the one that was given left as it is. */
export function changed(document: Json, changes: readonly Change[]): Json {
  return changes.reduce((result, change) => change(result), structuredClone(document));
}

/** Bytes read as JSON, or undefined where they are none. */
export function parsedJson(bytes: Buffer): Json | undefined {
  try {
    return JSON.parse(bytes.toString('utf8')) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

type Parent = Json[] | { [key: string]: Json };

/** Acts on every place of the document that the path leads to; the empty path is the document itself. */
function at(path: Path, act: (parent: Parent, key: string) => void): Change {
  const keys = typeof path === 'string' ? path.split('.').filter((key) => key !== '') : path;
  return (document) => {
    const root: Parent = { document };
    descend(root, ['document', ...keys], act);
    return root.document ?? null;
  };
}

function descend(parent: Parent, [key = '', ...rest]: readonly string[], act: Parameters<typeof at>[1]): void {
  // From the last one on: acting may take an element out of its list.
  const matching = key.includes('*') ? Object.keys(parent).filter(like(key)).reverse() : [key];
  for (const each of matching) {
    if (rest.length === 0) {
      act(parent, each);
      continue;
    }
    const child = valueAt(parent, each);
    if (typeof child === 'object' && child !== null) descend(child, rest, act);
  }
}

function like(pattern: string): (key: string) => boolean {
  const [begin = '', ...rest] = pattern.split('*');
  const end = rest.join('*');
  return (key) => key.length >= begin.length + end.length && key.startsWith(begin) && key.endsWith(end);
}

function valueAt(parent: Parent, key: string): Json | undefined {
  return Array.isArray(parent) ? parent[Number(key)] : Object.hasOwn(parent, key) ? parent[key] : undefined;
}

function assign(parent: Parent, key: string, value: Json): void {
  if (Array.isArray(parent)) parent[Number(key)] = value;
  else parent[key] = value;
}
