/** testcontainers, pointed at the outer engine and loaded when the first host is started: that takes half a second. */
import { dirname, join } from 'node:path';
import { endpointUrl } from '../target/endpoint-url';
import type { Endpoint } from '../target/target';
import { UsageError } from '../usage-error';
import type { OuterEngine } from './outer-engine';

export type Testcontainers = typeof import('testcontainers');

const loaded = new Map<string, Promise<Testcontainers>>();

/**
 * The library, all of whose containers are on the outer engine from now on: it settles on one engine for the whole process.
 *
 * @throws UsageError where its own configuration leads it to another engine
 */
export function testcontainersOn(outer: OuterEngine): Promise<Testcontainers> {
  const url = endpointUrl(outer.target.endpoint);
  const settled = loaded.get(url) ?? load(outer, url);
  loaded.set(url, settled);
  settled.catch(() => loaded.delete(url));
  return settled;
}

async function load(outer: OuterEngine, url: string): Promise<Testcontainers> {
  const saved = { ...process.env };
  // Its reaper is an image of a registry; what is left after a kill is found by label.
  Object.assign(process.env, {
    DOCKER_HOST: url,
    TESTCONTAINERS_RYUK_DISABLED: 'true',
    ...tlsOf(outer.target.endpoint),
  });
  try {
    const library = await import('testcontainers');
    const client = await library.getContainerRuntimeClient();
    const [theirs, ours] = await Promise.all([client.container.dockerode.info(), outer.engine.info()]);
    if ((theirs as { ID?: string }).ID === (ours as { ID?: string }).ID) return library;
    throw new UsageError(
      `testcontainers has been led to another engine than ${url}`,
      'take tc.host and docker.host out of ~/.testcontainers.properties, and TESTCONTAINERS_* out of the environment',
    );
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in saved)) delete process.env[name];
    Object.assign(process.env, saved);
  }
}

/** It takes certificates by the names that docker's client gives them, from one directory. */
function tlsOf(endpoint: Endpoint): Record<string, string> {
  const none = { DOCKER_TLS_VERIFY: '', DOCKER_CERT_PATH: '' };
  if (endpoint.kind !== 'tcp' || endpoint.tls === undefined) return none;
  const { ca, cert, key } = endpoint.tls;
  const directory = dirname(ca ?? cert ?? '.');
  const named =
    ca === join(directory, 'ca.pem') && cert === join(directory, 'cert.pem') && key === join(directory, 'key.pem');
  if (named) return { DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: directory };
  throw new UsageError(
    'the lab reaches an outer engine with TLS by ca.pem, cert.pem and key.pem of one directory only',
    'set DOCKER_CERT_PATH to a directory with these files, or DOCKER_HOST to a socket of this machine',
  );
}
