/** An endpoint written as a URL: what `parseTarget` reads, and the id of a target that has no name of its own. */
import { isIPv6 } from 'node:net';
import type { Endpoint } from './target';

/** `unix:///run/docker.sock`, `tcp://host:2376`, `ssh://user@host:22`. Whether TLS is spoken is not part of it. */
export function endpointUrl(endpoint: Endpoint): string {
  switch (endpoint.kind) {
    case 'unix':
      return `unix://${endpoint.socketPath}`;
    case 'tcp':
      return `tcp://${bracketed(endpoint.host)}:${endpoint.port}`;
    case 'ssh': {
      const at = endpoint.destination.lastIndexOf('@') + 1;
      const user = endpoint.destination.slice(0, at);
      const port = endpoint.port === undefined ? '' : `:${endpoint.port}`;
      return `ssh://${user}${bracketed(endpoint.destination.slice(at))}${port}`;
    }
  }
}

/** A host as it stands in a URL: an IPv6 address in brackets, anything else as it is. */
export function bracketed(host: string): string {
  return isIPv6(host) ? `[${host}]` : host;
}
