/** Images to and from a registry, as API v1.23 moves them. */
import type { Answer } from '../engine/answer';
import type { EngineCalls } from '../engine/calls';

/** Milliseconds for one image; those of the suite are small. */
const LIMIT_MS = 60_000;

/** An empty AuthConfig: the registry lets everyone in, but without the header a push is refused. */
const NOBODY = { 'X-Registry-Auth': Buffer.from('{}').toString('base64') };

/** @param reference `10.0.0.7:5000/a/b:tag` */
export function push(engine: EngineCalls, reference: string): Promise<Answer> {
  const { name, tag } = partsOf(reference);
  return engine.post(`/images/${name}/push`, { query: { tag }, headers: NOBODY, limitMs: LIMIT_MS });
}

/** @param reference `10.0.0.7:5000/a/b:tag` */
export function pull(engine: EngineCalls, reference: string): Promise<Answer> {
  const { name, tag } = partsOf(reference);
  return engine.post('/images/create', { query: { fromImage: name, tag }, headers: NOBODY, limitMs: LIMIT_MS });
}

/** Gives an image a further name. */
export function tagAs(engine: EngineCalls, image: string, reference: string): Promise<Answer> {
  const { name, tag } = partsOf(reference);
  return engine.post(`/images/${image}/tag`, { query: { repo: name, tag } });
}

/** The parts of a reference that has a tag; the colon of a port is before the last slash. */
export function partsOf(reference: string): { readonly name: string; readonly tag: string } {
  const [, name, tag] = /^(.+):([^:/]+)$/.exec(reference) ?? [];
  if (name === undefined || tag === undefined) throw new TypeError(`${reference} has no tag`);
  return { name, tag };
}
