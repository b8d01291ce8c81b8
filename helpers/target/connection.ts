/** The way to an engine as dockerode takes it. */
import { Agent } from 'node:http';
import { Agent as TlsAgent } from 'node:https';
import { inspect } from 'node:util';
import DockerModem from 'docker-modem';
import type Docker from 'dockerode';
import { bracketed } from './endpoint-url';
import { SshAgent } from './ssh-agent';
import type { Endpoint, TlsFiles } from './target';
import { readTlsFiles } from './tls-files';
import { followNoRedirects } from './without-redirects';

/** Connections to one engine at the same time; more requests wait for one. */
const MOST_CONNECTIONS = 32;

/** How the connections to one engine are held. */
export interface Held {
  /** Whether a connection is used for more than one request. */
  readonly keepAlive: boolean;
}

const KEPT: Held = { keepAlive: true };

export interface ModemOptions extends Docker.DockerOptions {
  /** Holds the connections; TLS settings are in it. */
  readonly agent: Agent;
  readonly pathPrefix: string;
  readonly password: undefined;
  readonly connectionTimeout: undefined;
  readonly checkServerIdentity: undefined;
}

/** What `new Docker(options)` takes, with the modem in it already. */
export interface ConnectionOptions extends ModemOptions {
  readonly modem: DockerModem;
}

export interface Connection {
  readonly options: ConnectionOptions;
  /** Ends all connections, also those in use, so that the process can end. */
  readonly close: () => void;
}

/**
 * The modem's options for an endpoint, with an agent of its own. Every field is there, also where it is undefined:
 * the modem fills what is missing from DOCKER_HOST and its companions.
 *
 * @throws UsageError where a certificate or key cannot be read
 */
export function modemOptions(endpoint: Endpoint, held = KEPT): ModemOptions {
  const settings = { ...held, maxSockets: MOST_CONNECTIONS };
  switch (endpoint.kind) {
    case 'unix':
      return { ...options('http', new Agent(settings)), host: undefined, socketPath: endpoint.socketPath };
    case 'tcp':
      return endpoint.tls === undefined
        ? { ...options('http', new Agent(settings)), ...address('http', endpoint.host, endpoint.port) }
        : { ...options('https', tlsAgent(endpoint.tls, settings)), ...address('https', endpoint.host, endpoint.port) };
    case 'ssh':
      // The agent reaches the engine; the address is only what the Host header says.
      return { ...options('http', new SshAgent(endpoint, settings)), ...address('http', 'localhost', 80) };
  }
}

/**
 * Opens the way to an endpoint; nothing is connected before the first request.
 *
 * @throws UsageError where a certificate or key cannot be read
 */
export function openConnection(endpoint: Endpoint, held = KEPT): Connection {
  followNoRedirects();
  const plain = modemOptions(endpoint, held);
  const modem = withoutDockerHost(() => new DockerModem(plain));
  return { options: { ...plain, modem }, close: () => plain.agent.destroy() };
}

function options(protocol: 'http' | 'https', agent: Agent): ModemOptions {
  // The modem writes all that it is given out for its debug log, read or not: with the sockets of a busy agent in it that
  // takes milliseconds for each request, and it would show the key.
  Object.defineProperty(agent, inspect.custom, { value: () => '[agent]' });
  return {
    protocol,
    agent,
    pathPrefix: '/',
    port: undefined,
    socketPath: undefined,
    username: undefined,
    password: undefined,
    ca: undefined,
    cert: undefined,
    key: undefined,
    timeout: undefined,
    connectionTimeout: undefined,
    checkServerIdentity: undefined,
    version: undefined,
    sshOptions: undefined,
    headers: {},
  };
}

// As a whole URL: of a bare name the modem makes a path, and of an IPv6 address a protocol.
function address(protocol: string, host: string, port: number): Pick<ModemOptions, 'host' | 'port'> {
  return { host: `${protocol}://${bracketed(host)}`, port };
}

function tlsAgent(tls: TlsFiles, settings: Held): TlsAgent {
  // Said either way: NODE_TLS_REJECT_UNAUTHORIZED must not decide what an operator asked to be checked.
  return new TlsAgent({ ...settings, ...readTlsFiles(tls), rejectUnauthorized: tls.verify });
}

// The modem reads DOCKER_HOST and the files in DOCKER_CERT_PATH even where its options say all, and throws where they
// are wrong: a broken environment would be in the way of a target that has nothing to do with it.
function withoutDockerHost<T>(make: () => T): T {
  const { DOCKER_HOST: saved } = process.env;
  delete process.env.DOCKER_HOST;
  try {
    return make();
  } finally {
    if (saved !== undefined) process.env.DOCKER_HOST = saved;
  }
}
