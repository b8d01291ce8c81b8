/** Engines of hosts for the suite's own needs: forming a cluster, and looking at it. */
import { EngineClient } from '../engine/client';
import { Engine } from '../engine/engine';
import { Transcript } from '../engine/transcript';
import { openConnection } from '../target/connection';
import { reachEngine } from '../target/reach';
import type { Endpoint } from '../target/target';

export interface NamedEngine {
  readonly name: string;
  readonly engine: Engine;
}

/**
 * Opens the engines of hosts for as long as the section takes.
 *
 * @throws UsageError where one of them does not answer
 */
export async function withEngines<T>(
  hosts: readonly { readonly name: string; readonly endpoint: Endpoint }[],
  signal: AbortSignal,
  section: (engines: readonly NamedEngine[]) => Promise<T>,
): Promise<T> {
  const clients = hosts.map(({ endpoint }) => {
    const { options, close } = openConnection(endpoint);
    return new EngineClient(options, close);
  });
  try {
    const engines = await Promise.all(
      hosts.map(async ({ name, endpoint }, index): Promise<NamedEngine> => {
        const client = clients[index] as EngineClient;
        const { apiVersionAsked: apiVersion } = await reachEngine({ id: name, endpoint, source: name }, client);
        const context = { client, apiVersion, signal, labels: {}, created: async () => {} };
        return { name, engine: new Engine({ ...context, transcript: new Transcript('setup') }) };
      }),
    );
    return await section(engines);
  } finally {
    for (const client of clients) client.close();
  }
}
