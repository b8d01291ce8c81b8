/** How to see a call by hand: a line for curl that does what the check did. */

import { shellWord } from '../../reports/shell-word';
import type { RecordedCall } from '../engine/transcript';
import type { Endpoint } from '../target/target';

/** A curl line for a recorded call, ready to paste into a POSIX shell. */
export function curlLine(endpoint: Endpoint, call: Pick<RecordedCall, 'method' | 'path' | 'request'>): string {
  const words = ['curl', '-sS', ...connection(endpoint)];
  if (call.method !== 'GET') words.push('-X', call.method);
  if (call.request !== undefined) {
    words.push('-H', 'Content-Type: application/json', '-d', JSON.stringify(call.request));
  }
  words.push(`${origin(endpoint)}${call.path}`);
  const line = words.map(shellWord).join(' ');
  // On the other side ssh gives what it is told to a shell again, so the line is one word to it.
  return endpoint.kind === 'ssh' ? [...sshWords(endpoint), line].map(shellWord).join(' ') : line;
}

function connection(endpoint: Endpoint): string[] {
  if (endpoint.kind === 'unix') return ['--unix-socket', endpoint.socketPath];
  if (endpoint.kind === 'ssh') return ['--unix-socket', '/var/run/docker.sock'];
  const { tls } = endpoint;
  if (tls === undefined) return [];
  return [
    ...(tls.verify ? [] : ['--insecure']),
    ...(tls.ca === undefined ? [] : ['--cacert', tls.ca]),
    ...(tls.cert === undefined ? [] : ['--cert', tls.cert]),
    ...(tls.key === undefined ? [] : ['--key', tls.key]),
  ];
}

function origin(endpoint: Endpoint): string {
  if (endpoint.kind !== 'tcp') return 'http://localhost';
  const host = endpoint.host.includes(':') ? `[${endpoint.host}]` : endpoint.host;
  return `${endpoint.tls === undefined ? 'http' : 'https'}://${host}:${endpoint.port}`;
}

function sshWords(endpoint: Extract<Endpoint, { kind: 'ssh' }>): string[] {
  return ['ssh', ...(endpoint.port === undefined ? [] : ['-p', String(endpoint.port)]), endpoint.destination];
}
