/** TCP reachability, with an HTTP request to a probe that runs /probe/serve. */
import { isIPv6 } from 'node:net';

/**
 * Gets a page; the body is on standard output. `timeout` sets the limit because Debian's builds of wget have none, and
 * crash on being asked for one (measured on 1.35).
 */
export function httpGet(address: string, port: number, path: string, seconds: number): string[] {
  const host = isIPv6(address) ? `[${address}]` : address;
  return ['timeout', String(seconds), 'wget', '-q', '-Y', 'off', '-O', '-', `http://${host}:${port}${path}`];
}

export interface HttpResult {
  /** `answered`: by an HTTP server, whatever its status. `refused`: the port is closed. `silent`: nothing came back. */
  readonly outcome: 'answered' | 'refused' | 'silent' | 'unknown';
  /** The HTTP status; 200 stands for all of 2xx, which wget does not tell apart. */
  readonly status?: number;
  readonly body: string;
}

/** Reads what the command left: its exit code and both its outputs. */
export function parseHttpGet(ended: {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}): HttpResult {
  const body = ended.stdout;
  if (ended.exitCode === 0) return { outcome: 'answered', status: 200, body };
  const status = /server returned error: HTTP\/1\.[01] (\d{3})/.exec(ended.stderr);
  if (status !== null) return { outcome: 'answered', status: Number(status[1]), body };
  if (/Connection refused/.test(ended.stderr)) return { outcome: 'refused', body };
  // 143 = 128 + TERM, which `timeout` sent; unreachable is what a router or the own host says of an address.
  if (ended.exitCode === 143 || /timed out|unreachable|No route to host/i.test(ended.stderr)) {
    return { outcome: 'silent', body };
  }
  return { outcome: 'unknown', body };
}
