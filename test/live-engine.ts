/** The live engine of the tests: the one that DOCKER_HOST names, else one that is started for as long as the tests take. */
import { EngineClient } from '../helpers/engine/client';
import { Engine } from '../helpers/engine/engine';
import { Transcript } from '../helpers/engine/transcript';
import { openConnection } from '../helpers/target/connection';
import { defaultEndpoint } from '../helpers/target/environment';

/** The endpoint of the engine under test as a URL; global-setup.ts sees to it that it answers. */
export function liveHost(): string {
  const host = process.env.DOCKER_HOST;
  if (host === undefined) throw new Error('global-setup.ts has set no DOCKER_HOST');
  return host;
}

/** A client of the live engine for the tests' own needs, at its newest API. Call `close` in the end. */
export async function openLiveEngine(): Promise<{ engine: Engine; apiVersion: string; close: () => void }> {
  const { options, close } = openConnection(defaultEndpoint(process.env).endpoint);
  const client = new EngineClient(options, close);
  const version = await client.send({ method: 'GET', path: '/version', apiVersion: null });
  const { ApiVersion: apiVersion = '' } = version.json as { ApiVersion?: string };
  const engine = new Engine({
    client,
    apiVersion,
    transcript: new Transcript('setup'),
    signal: new AbortController().signal,
    labels: {},
    created: async () => {},
  });
  return { engine, apiVersion, close: () => client.close() };
}
