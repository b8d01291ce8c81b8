/** What a create call makes: it is labelled with the run, and the run is told of it, so that it is removed at the end. */
import { type Answer, isObject, succeeded } from './answer';

export type Created = 'container' | 'network' | 'volume' | 'service';

/** Told of every object that a create call made, before the answer reaches the claim. */
export type CreationListener = (
  kind: Created,
  idOrName: string,
  body: Readonly<Record<string, unknown>>,
) => Promise<void>;

const CREATE_PATHS: ReadonlyMap<string, Created> = new Map([
  ['/containers/create', 'container'],
  ['/networks/create', 'network'],
  ['/volumes/create', 'volume'],
  ['/services/create', 'service'],
]);

/** What is made is known by. */
const ID_FIELDS: Readonly<Record<Created, string>> = { container: 'Id', network: 'Id', volume: 'Name', service: 'ID' };

/** What a POST to this path makes; undefined where it makes nothing that is to be removed. */
export function createdBy(path: string): Created | undefined {
  return CREATE_PATHS.get(path);
}

/** The id of what was made, of a volume the name; undefined where the answer tells of nothing made. */
export function createdIn(answer: Answer, kind: Created): string | undefined {
  if (!succeeded(answer) || !isObject(answer.json)) return undefined;
  const made = answer.json[ID_FIELDS[kind]];
  return typeof made === 'string' ? made : undefined;
}

/** The body with these labels beside its own. */
export function labelled(
  body: Readonly<Record<string, unknown>>,
  labels: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const own = body.Labels;
  return { ...body, Labels: { ...(typeof own === 'object' ? own : {}), ...labels } };
}
