/** What the DOCKER_* variables say, read as docker's own client reads them. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../usage-error';
import { parseEndpoint } from './parse';
import { oneLine } from './quoted';
import type { Endpoint, TlsFiles } from './target';

/** Where an engine listens unless it is told otherwise. */
export const DEFAULT_SOCKET = '/var/run/docker.sock';

/** An endpoint and where it came from, for messages. */
export interface Found {
  readonly endpoint: Endpoint;
  readonly source: string;
}

/** The directory of docker's client configuration: DOCKER_CONFIG, or `.docker` in the home directory. */
export function dockerConfigDirectory(env: NodeJS.ProcessEnv): string {
  return env.DOCKER_CONFIG || join(env.HOME || homedir(), '.docker');
}

/**
 * TLS as the environment asks for it: DOCKER_TLS_VERIFY (anything but empty), or DOCKER_TLS without a check of the
 * server; `ca.pem`, `cert.pem` and `key.pem` in DOCKER_CERT_PATH or in the client's configuration directory. A client
 * without cert.pem or key.pem has none; ca.pem must be there where the server is checked.
 * Source: docker/cli, cli/flags/options.go.
 *
 * @returns undefined where the environment does not ask for TLS
 */
export function environmentTls(env: NodeJS.ProcessEnv): TlsFiles | undefined {
  const verify = Boolean(env.DOCKER_TLS_VERIFY);
  if (!verify && !env.DOCKER_TLS) return undefined;
  const directory = env.DOCKER_CERT_PATH || dockerConfigDirectory(env);
  const ca = join(directory, 'ca.pem');
  const cert = join(directory, 'cert.pem');
  const key = join(directory, 'key.pem');
  return {
    verify,
    ...(verify ? { ca } : {}),
    ...(existsSync(cert) ? { cert } : {}),
    ...(existsSync(key) ? { key } : {}),
  };
}

/**
 * The endpoint that docker calls the default context: DOCKER_HOST, or the default socket.
 *
 * @param tls used instead of what the environment says of TLS
 * @throws UsageError where DOCKER_HOST is not an endpoint
 */
export function defaultEndpoint(env: NodeJS.ProcessEnv, tls?: TlsFiles): Found {
  const text = env.DOCKER_HOST?.trim();
  if (!text) return { endpoint: { kind: 'unix', socketPath: DEFAULT_SOCKET }, source: 'default socket' };
  // Docker takes an address without a scheme as tcp.
  const url = text.includes('://') ? text : `tcp://${text}`;
  try {
    return { endpoint: parseEndpoint(url, tls ?? environmentTls(env)), source: 'DOCKER_HOST' };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`DOCKER_HOST: ${oneLine(error.message)}`, error.mend, { cause: error });
  }
}
