/** The host and port of a `tcp://` or `ssh://` URL, judged part by part so that a message can say which one is wrong. */
import { isIPv4, isIPv6 } from 'node:net';
import { UsageError } from '../usage-error';
import { quoted } from './quoted';

export interface HostPort {
  /** A name or an address, an IPv6 one without its brackets. */
  readonly host: string;
  readonly port?: number;
}

const LONGEST_NAME = 253;

/**
 * Reads `host`, `host:port`, `address:port` or `[address6]:port`.
 *
 * @param text what follows the scheme, and the user where there is one
 * @param form what a right one looks like, for the mend: `tcp://host:port`
 * @throws UsageError where the host is empty or no name, the port is not 1 to 65535, or anything follows
 */
export function parseHostPort(text: string, form: string): HostPort {
  const mend = `write ${form}`;
  if (/[/?#\\]/.test(text)) throw new UsageError(`a path is not part of a target: ${quoted(text)}`, mend);
  if (isIPv6(text)) throw new UsageError(`an IPv6 address is written in brackets: ${quoted(text)}`, mend);
  const parts = /^(?:\[([^\]]*)\]|([^:[\]]*))(?::(.*))?$/s.exec(text);
  if (parts === null) throw new UsageError(`not a host and port: ${quoted(text)}`, mend);
  const [, address, name, port] = parts;
  const host = address ?? name ?? '';
  if (host === '') throw new UsageError(`the host is empty: ${quoted(text)}`, mend);
  if (address === undefined ? !isHostName(host) : !isIPv6(host) || host.includes('%')) {
    const kind = address === undefined ? 'a host name or an IPv4 address' : 'an IPv6 address without a zone';
    throw new UsageError(`the host is not ${kind}: ${quoted(host)}`, mend);
  }
  return port === undefined ? { host } : { host, port: parsePort(port, mend) };
}

function isHostName(host: string): boolean {
  if (/^[\d.]+$/.test(host)) return isIPv4(host);
  return host.length <= LONGEST_NAME && /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_.])?$/.test(host);
}

function parsePort(text: string, mend: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) throw new UsageError(`the port is not a number of 1 to 65535: ${quoted(text)}`, mend);
  return port;
}
