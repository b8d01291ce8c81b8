/** How to make a call of a transcript by hand. */
import type { ReportResult, ReportTarget } from '../../report';
import { shellWord } from '../../shell-word';

type Call = ReportResult['evidence']['calls'][number];

/**
 * A line for a POSIX shell that makes the call again, or undefined where the endpoint is none that curl reaches. Where an
 * endpoint speaks TLS, which its URL says by `https` or the port 2376, the certificates are left to the reader.
 */
export function curlOf(target: ReportTarget, call: Call): string | undefined {
  const host = target.cluster?.hosts.find(({ name }) => name === call.host);
  const connection = connectionOf(host?.endpoint ?? target.endpoint);
  if (connection === undefined) return undefined;
  const words = ['curl', '-sS', ...connection.words];
  if (call.method === 'HEAD') words.push('-I');
  else if (call.method !== 'GET') words.push('-X', call.method);
  if (call.request !== undefined) {
    words.push('-H', 'Content-Type: application/json', '-d', JSON.stringify(call.request));
  }
  words.push(`${connection.origin}${call.path}`);
  const line = words.map(shellWord).join(' ');
  return connection.over === undefined ? line : `ssh ${shellWord(connection.over)} ${shellWord(line)}`;
}

interface Connection {
  readonly words: readonly string[];
  readonly origin: string;
  /** The machine on which it is run. */
  readonly over?: string;
}

function connectionOf(endpoint: string): Connection | undefined {
  const [, scheme = '', rest = ''] = /^(unix|tcp|https?|ssh):\/\/(.+)$/s.exec(endpoint) ?? [];
  switch (scheme) {
    case 'unix':
      return { words: ['--unix-socket', rest], origin: 'http://localhost' };
    case 'ssh':
      return { words: ['--unix-socket', '/var/run/docker.sock'], origin: 'http://localhost', over: endpoint };
    case 'tcp':
      return rest.endsWith(':2376')
        ? { words: ['--cacert', 'ca.pem', '--cert', 'cert.pem', '--key', 'key.pem'], origin: `https://${rest}` }
        : { words: [], origin: `http://${rest}` };
    case 'http':
    case 'https':
      return { words: [], origin: endpoint };
    default:
      return undefined;
  }
}
