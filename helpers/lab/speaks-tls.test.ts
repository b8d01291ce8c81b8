import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { authority } from '../certificates/authority';
import { speaksTls } from './speaks-tls';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function portOf(server: Server): Promise<number> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function tlsPort(options: TlsOptions): Promise<number> {
  const { cert, key } = await (await authority('test authority')).issue('engine', { hosts: ['127.0.0.1'] });
  return portOf(createTlsServer({ cert, key, ...options }).on('tlsClientError', () => {}));
}

test.each<[string, TlsOptions]>([
  ['asks nobody for a certificate', {}],
  ['wants a certificate, and says so before the connection is made', { requestCert: true, maxVersion: 'TLSv1.2' }],
  ['wants a certificate, and says so afterwards', { requestCert: true, minVersion: 'TLSv1.3' }],
])('what speaks TLS is known for it where it %s', async (_what, options) => {
  expect(await speaksTls(await tlsPort(options), 5_000)).toBe(true);
});

test('what speaks HTTP, or hangs up at once, does not speak TLS', async () => {
  const http = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  expect(await speaksTls(await portOf(http), 5_000)).toBe(false);
  expect(await speaksTls(await portOf(createServer((socket) => socket.destroy())), 5_000)).toBe(false);
});

test('where nobody listens nothing speaks TLS', async () => {
  const server = createServer();
  const port = await portOf(server);
  server.close();
  await once(server, 'close');
  servers.splice(0);
  expect(await speaksTls(port, 5_000)).toBe(false);
});

test('what says nothing does not speak TLS, when the limit is over', async () => {
  const port = await portOf(createServer((socket) => void socket.on('error', () => {})));
  expect(await speaksTls(port, 50)).toBe(false);
});
