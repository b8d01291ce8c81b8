import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server } from 'node:tls';
import { type Authority, authority, type CertificateOptions, fingerprint, type Identity } from './authority';

const read = (pem: string) => new X509Certificate(pem);

let ca: Authority;
let listening: Server | undefined;
beforeAll(async () => {
  ca = await authority('test authority');
});
afterEach(() => listening?.close());

test('an authority signed itself, may sign others, and has the key of its certificate', async () => {
  const odd = await authority('one, CN=two');
  const certificate = read(odd.cert);
  expect(certificate.subject).toBe('CN=one\\, CN=two');
  expect(certificate.ca).toBe(true);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(odd.key).toMatch(/^-----BEGIN PRIVATE KEY-----\n[\s\S]+\n-----END PRIVATE KEY-----\n$/);
});

test('what it issues is signed by it and by no other, is for the hosts, and may sign nothing', async () => {
  const certificate = read((await ca.issue('engine', { hosts: ['127.0.0.1', '::1', 'engine.example'] })).cert);
  expect(certificate.subject).toBe('CN=engine');
  expect(certificate.issuer).toBe('CN=test authority');
  expect(certificate.verify(read(ca.cert).publicKey)).toBe(true);
  expect(certificate.verify(read((await authority('test authority')).cert).publicKey)).toBe(false);
  expect(certificate.subjectAltName).toBe('IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1, DNS:engine.example');
  expect(certificate.ca).toBe(false);
});

test.each<[string, CertificateOptions, string[]]>([
  ['everything where nothing is said', {}, ['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.1']],
  ['clients alone', { purposes: ['client'] }, ['1.3.6.1.5.5.7.3.2']],
  ['servers alone', { purposes: ['server'] }, ['1.3.6.1.5.5.7.3.1']],
])('a certificate is good for %s', async (_what, options, usages) => {
  expect(read((await ca.issue('x', options)).cert).keyUsage).toEqual(usages);
});

test('a certificate is good from yesterday until tomorrow, or for as long as is asked', async () => {
  const day = 86_400_000;
  const spanOf = ({ cert }: Identity) => {
    const { validFrom, validTo } = read(cert);
    return [validFrom, validTo].map((date) => Math.round((Date.parse(date) - Date.now()) / 60_000));
  };
  expect(spanOf(await ca.issue('x'))).toEqual([-1440, 1440]);
  expect(spanOf(await ca.issue('x', { validMs: [-2 * day, -day] }))).toEqual([-2880, -1440]);
});

test('no two certificates have one number, and each number is positive', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => ca.issue('x')));
  const numbers = all.map(({ cert }) => read(cert).serialNumber);
  expect(new Set(numbers).size).toBe(20);
  for (const number of numbers) expect(number).toMatch(/^1[0-9A-F]{15}$/);
});

test('two sides that trust the authority come together by what it issued, a stranger does not', async () => {
  const [server, client, stranger] = await Promise.all([
    ca.issue('engine', { hosts: ['127.0.0.1'], purposes: ['server'] }),
    ca.issue('client', { purposes: ['client'] }),
    (await authority('test authority')).issue('client'),
  ]);
  const wanted = { ca: ca.cert, requestCert: true, maxVersion: 'TLSv1.2' } as const;
  listening = createServer({ ...server, ...wanted }, (socket) => socket.end('in'));
  listening.on('tlsClientError', () => {});
  listening.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  const say = async (who: Identity) => {
    const socket = connect({ host: '127.0.0.1', port, ca: ca.cert, ...who });
    const [said] = await once(socket, 'data');
    const seen = socket.getPeerX509Certificate()?.fingerprint256;
    socket.destroy();
    return { said: String(said), seen };
  };
  expect(await say(client)).toEqual({ said: 'in', seen: fingerprint(server.cert) });
  // Node tells a client that it does not trust nothing; it hangs up.
  await expect(say(stranger)).rejects.toMatchObject({ code: 'ECONNRESET' });
});

test('Reflect is afterwards what it was', () => {
  expect(Object.keys(Reflect)).toEqual([]);
  expect((Reflect as { getMetadata?: unknown }).getMetadata).toBeUndefined();
});
