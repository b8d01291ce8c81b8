/** Where a registry is, by its address as it stands in the names of images: `10.0.0.7:5000`. */
import { BlockList, isIP } from 'node:net';
import { parseHostPort } from '../target/host-port';
import type { Endpoint } from '../target/target';

export type RegistryScheme = 'http' | 'https';

/** What engines take for insecure without being told: IPv4 alone. Source: moby v1.11.1, registry/config.go. */
const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');

/**
 * The way to a registry. Its certificate is not checked: what it serves is known by its digest, and whether engines trust it
 * is theirs to say.
 *
 * @throws UsageError where the address is none
 */
export function registryEndpoint(address: string, scheme: RegistryScheme): Extract<Endpoint, { kind: 'tcp' }> {
  const { host, port } = parseHostPort(address, 'a registry as host:port');
  const tcp = { kind: 'tcp', host, port: port ?? (scheme === 'http' ? 80 : 443) } as const;
  return scheme === 'http' ? tcp : { ...tcp, tls: { verify: false } };
}

/** Is it an address at which engines use a registry over plain HTTP without being told to? */
export function isLoopback(address: string): boolean {
  const { host } = parseHostPort(address, 'a registry as host:port');
  return host === 'localhost' || (isIP(host) === 4 && LOOPBACK.check(host));
}
