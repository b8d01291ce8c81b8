/** The schema behind a name, as errors are placed in it. */
import { schemaDocument, schemaDocuments } from './documents';
import { SchemaGraph } from './graph';
import type { SchemaName } from './names';
import type { Origin } from './words';

let graph: SchemaGraph | undefined;

export function originOf(name: SchemaName): Origin {
  graph ??= new SchemaGraph(schemaDocuments().values());
  return { graph, root: graph.root(schemaDocument(name).id) };
}
