/** Reads a target as it is written on the command line, in DOCKER_HOST or in a configuration. */
import { posix } from 'node:path';
import { UsageError } from '../usage-error';
import { endpointUrl } from './endpoint-url';
import { parseHostPort } from './host-port';
import { quoted } from './quoted';
import type { Endpoint, Target, TlsFiles } from './target';

/** The forms of a target that this release accepts, for messages. */
export const ACCEPTED_FORMS =
  'unix:///path, tcp://host:port, http(s)://host:port, ssh://[user@]host[:port], context:NAME, docker@VERSION, podman@VERSION, image:REFERENCE, cluster:ENGINE[,ENGINE]+JOINT or a name from the configuration';

/** Ports of docker's daemon without and with TLS, registered with IANA. */
const PLAIN_PORT = 2375;
const TLS_PORT = 2376;

/** Bytes of a Unix socket's path, without the zero that ends it. Source: unix(7), sun_path. */
const LONGEST_SOCKET_PATH = 107;

const LAB = /^(?:docker@|podman@|image:|cluster:)/;

/**
 * Reads one target. Its id is the endpoint as a URL.
 *
 * @param source where the text came from, for messages
 * @throws UsageError, and nothing else, where the text is not an endpoint (a context or a configured name is not one)
 */
export function parseTarget(text: string, source: string): Target {
  const endpoint = parseEndpoint(text);
  return { id: endpointUrl(endpoint), endpoint, source };
}

/**
 * Reads one endpoint. `https://` is `tcp://` with TLS, the server checked; `http://` is `tcp://` without. A missing port
 * is 2375, or 2376 with TLS.
 *
 * @param tls settings for an endpoint that can speak TLS; ignored by the others
 * @throws UsageError where the text is not an endpoint
 */
export function parseEndpoint(text: string, tls?: TlsFiles): Endpoint {
  refuseControls(text);
  refuseLab(text);
  const [, scheme, rest] = /^([a-z]+):\/\/(.*)$/s.exec(text) ?? [];
  if (rest !== undefined) {
    if (scheme === 'unix') return unixEndpoint(rest);
    if (scheme === 'tcp') return tcpEndpoint(rest, tls, 'tcp://host:port');
    if (scheme === 'https') return tcpEndpoint(rest, tls ?? { verify: true }, 'https://host:port');
    if (scheme === 'http') return tcpEndpoint(rest, undefined, 'http://host:port');
    if (scheme === 'ssh') return sshEndpoint(rest);
  }
  // What stands before an @ may be a password, and is not repeated.
  const shown = quoted(text.includes('@') ? `...${text.slice(text.lastIndexOf('@'))}` : text);
  throw new UsageError(`not a target: ${shown}`, `a target is ${ACCEPTED_FORMS}`);
}

/**
 * Refuses what the lab would start.
 *
 * @throws UsageError where the text is a lab target
 */
export function refuseLab(text: string): void {
  if (!LAB.test(text)) return;
  throw new UsageError(
    `an engine that the lab starts has no address before: ${quoted(text)}`,
    'name it with --target; here stands the address of an engine that runs',
  );
}

function refuseControls(text: string): void {
  if (/\p{Cc}/u.test(text)) {
    throw new UsageError('a target holds no control characters', `a target is ${ACCEPTED_FORMS}`);
  }
}

function unixEndpoint(path: string): Endpoint {
  if (!path.startsWith('/')) {
    throw new UsageError(
      `the socket's path is not absolute: ${quoted(path)}`,
      'write unix:///path, with three slashes',
    );
  }
  const socketPath = posix.normalize(path);
  if (socketPath.endsWith('/')) {
    throw new UsageError(
      `the socket's path names a directory: ${quoted(path)}`,
      'write unix:///path of the socket itself',
    );
  }
  if (Buffer.byteLength(socketPath) > LONGEST_SOCKET_PATH) {
    throw new UsageError(
      `the socket's path is over ${LONGEST_SOCKET_PATH} bytes, which no system connects to: ${quoted(path)}`,
      'make a symbolic link with a shorter path to its directory',
    );
  }
  return { kind: 'unix', socketPath };
}

function tcpEndpoint(text: string, tls: TlsFiles | undefined, form: string): Endpoint {
  if (text.includes('@')) {
    throw new UsageError('a tcp target holds no user and no password', `write ${form}, and use TLS to be known`);
  }
  const { host, port } = parseHostPort(text, form);
  const named = { kind: 'tcp', host: host.toLowerCase() } as const;
  return tls === undefined ? { ...named, port: port ?? PLAIN_PORT } : { ...named, port: port ?? TLS_PORT, tls };
}

function sshEndpoint(text: string): Endpoint {
  const form = 'ssh://[user@]host[:port]';
  const at = text.lastIndexOf('@');
  const user = text.slice(0, Math.max(at, 0));
  if (user.includes(':')) {
    throw new UsageError('an ssh target holds no password', `write ${form}, and use a key that ssh finds by itself`);
  }
  // Whatever begins with a hyphen would be an option to ssh.
  if (at >= 0 && !/^[A-Za-z0-9_.+][A-Za-z0-9_.+-]*$/.test(user)) {
    throw new UsageError(`the user is not a login name: ${quoted(user)}`, `write ${form}`);
  }
  const { host, port } = parseHostPort(text.slice(at + 1), form);
  const destination = at < 0 ? host : `${user}@${host}`;
  return port === undefined ? { kind: 'ssh', destination } : { kind: 'ssh', destination, port };
}
