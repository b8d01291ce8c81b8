/** Which schema judges the answer to which call. */
import type { SchemaName } from '../schema/names';
import { compileRoutes, type Templated } from './routes';

interface Covered extends Templated {
  readonly schema: SchemaName;
}

/** The calls whose successful answer a schema describes; `{name*}` stands for one segment or more. */
const COVERED: readonly Covered[] = [
  { method: 'GET', path: '/version', schema: 'version' },
  { method: 'GET', path: '/info', schema: 'info' },
  { method: 'GET', path: '/events', schema: 'event' },
  { method: 'GET', path: '/images/json', schema: 'image-list' },
  { method: 'GET', path: '/images/{name*}/json', schema: 'image-inspect' },
  { method: 'GET', path: '/containers/json', schema: 'container-list' },
  { method: 'POST', path: '/containers/create', schema: 'container-create' },
  { method: 'GET', path: '/containers/{id}/json', schema: 'container-inspect' },
  { method: 'POST', path: '/containers/{id}/wait', schema: 'container-wait' },
  { method: 'POST', path: '/containers/{id}/exec', schema: 'exec-create' },
  { method: 'GET', path: '/exec/{id}/json', schema: 'exec-inspect' },
  { method: 'GET', path: '/networks', schema: 'network-list' },
  { method: 'POST', path: '/networks/create', schema: 'network-create' },
  { method: 'GET', path: '/networks/{id}', schema: 'network-inspect' },
  { method: 'GET', path: '/volumes', schema: 'volume-list' },
  { method: 'POST', path: '/volumes/create', schema: 'volume-create' },
  { method: 'GET', path: '/volumes/{name}', schema: 'volume-inspect' },
];

const find = compileRoutes(COVERED);

/** The schemas of which an engine's answers are judged. */
export const ANSWER_SCHEMAS: readonly SchemaName[] = COVERED.map(({ schema }) => schema);

/** Is a successful answer one document of JSON? Of events each line is one. */
export function isDocument(method: string, path: string): boolean {
  const schema = answerSchema(method, path);
  return schema !== undefined && schema !== 'event';
}

/**
 * The schema of a successful answer; undefined where none describes it.
 *
 * @param path without version prefix and query; of `/events` each line of the answer is a document
 */
export function answerSchema(method: string, path: string): SchemaName | undefined {
  return find(method, path)?.schema;
}
