/** Handshakes in one version of TLS. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type SecureVersion } from 'node:tls';
import type { TlsEngine } from './fixtures/tls-engine';

/** Given up by RFC 8996. */
export const OLD_VERSIONS = ['TLSv1', 'TLSv1.1'] as const satisfies readonly SecureVersion[];

const LIMIT_MS = 5_000;

/** OpenSSL 3 offers the old versions at this level alone. */
const EVEN_OLD = 'DEFAULT@SECLEVEL=0';

/** The version that both sides settled on, or the code of the error that ended it. */
export function handshake(port: number, version: SecureVersion, client: TlsEngine['right']): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({
      ...{ host: '127.0.0.1', port, ca: client.ca, cert: client.cert, key: client.key },
      ...{ minVersion: version, maxVersion: version, ciphers: EVEN_OLD },
      // Whether the server is the right one is asked elsewhere.
      rejectUnauthorized: false,
    });
    const end = (how: string) => {
      socket.destroy();
      resolve(how);
    };
    socket.setTimeout(LIMIT_MS, () => end('nothing'));
    socket.on('secureConnect', () => end(socket.getProtocol() ?? 'none'));
    socket.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message));
    socket.on('close', () => end('RESET'));
  });
}

/** Runs a section with a server of this process that speaks this version alone. */
export async function withOldServer<T>(
  version: SecureVersion,
  { cert, key }: TlsEngine['right'],
  section: (port: number) => Promise<T>,
): Promise<T> {
  const server = createServer({ cert, key, minVersion: version, maxVersion: version, ciphers: EVEN_OLD });
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await section((server.address() as AddressInfo).port);
  } finally {
    server.close();
  }
}
