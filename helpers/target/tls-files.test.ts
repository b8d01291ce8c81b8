import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { authority, type Identity } from '../certificates/authority';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { UsageError } from '../usage-error';
import type { TlsFiles } from './target';
import { readTlsFiles } from './tls-files';

let ca: Identity;
let client: Identity;
const locked = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
  cipher: 'aes-256-cbc',
  passphrase: 'hunter2',
});

const folder = temporaryFolder();

beforeAll(async () => {
  const signer = await authority('test authority');
  const other = await signer.issue('other');
  ca = signer;
  client = await signer.issue('client');
  const content: Record<string, string | Buffer> = {
    'ca.pem': ca.cert,
    'cert.pem': client.cert,
    'key.pem': client.key,
    'other-key.pem': other.key,
    'locked.pem': locked,
    'empty.pem': '',
    'text.pem': 'not a certificate\n',
    'cut.pem': ca.cert.slice(0, 200),
    'der.pem': Buffer.from(ca.cert.replace(/-----.*-----|\n/g, ''), 'base64'),
    'large.pem': Buffer.alloc(1024 * 1024 + 1),
  };
  for (const [name, text] of Object.entries(content)) writeFileSync(join(folder, name), text);
});

function files(names: { ca?: string; cert?: string; key?: string }): TlsFiles {
  const paths = Object.entries(names).map(([kind, name]) => [kind, join(folder, name)]);
  return { verify: true, ...Object.fromEntries(paths) };
}

test('the files of an endpoint are read as they are', () => {
  const { ca: authorityPem, cert, key } = readTlsFiles(files({ ca: 'ca.pem', cert: 'cert.pem', key: 'key.pem' }));
  expect([authorityPem, cert, key].map(String)).toEqual([ca.cert, client.cert, client.key]);
});

test('an authority alone, or no file at all, is enough', () => {
  expect(Object.keys(readTlsFiles(files({ ca: 'ca.pem' })))).toEqual(['ca']);
  expect(readTlsFiles({ verify: true })).toEqual({});
});

test.each<[{ ca?: string; cert?: string; key?: string }, string]>([
  [{ ca: 'missing.pem' }, 'the TLS CA certificate "*missing.pem" does not exist'],
  [{ ca: '' }, 'the TLS CA certificate "*" is not a file'],
  [{ ca: 'ca.pem/x' }, 'the TLS CA certificate "*ca.pem/x" does not exist'],
  [{ ca: 'empty.pem' }, 'the TLS CA certificate "*empty.pem" is not a PEM certificate'],
  [{ ca: 'text.pem' }, 'the TLS CA certificate "*text.pem" is not a PEM certificate'],
  [{ ca: 'cut.pem' }, 'the TLS CA certificate "*cut.pem" is not a PEM certificate'],
  [{ ca: 'der.pem' }, 'the TLS CA certificate "*der.pem" is not a PEM certificate'],
  [{ ca: 'key.pem' }, 'the TLS CA certificate "*key.pem" is not a PEM certificate'],
  [{ ca: 'large.pem' }, 'the TLS CA certificate "*large.pem" is over 1048576 bytes'],
  [{ cert: 'cert.pem' }, 'a TLS certificate is given without its key'],
  [{ key: 'key.pem' }, 'a TLS key is given without its certificate'],
  [{ cert: 'missing.pem', key: 'key.pem' }, 'the TLS certificate "*missing.pem" does not exist'],
  [{ cert: 'cert.pem', key: 'missing.pem' }, 'the TLS key "*missing.pem" does not exist'],
  [{ cert: 'cert.pem', key: 'text.pem' }, 'the TLS key "*text.pem" is not a PEM private key without a passphrase'],
  [{ cert: 'cert.pem', key: 'locked.pem' }, 'the TLS key "*locked.pem" is not a PEM private key without a passphrase'],
  [
    { cert: 'cert.pem', key: 'other-key.pem' },
    'the TLS key "*other-key.pem" is not that of the certificate "*cert.pem"',
  ],
])('%j is refused: %s', (names, message) => {
  const read = () => readTlsFiles(files(names));
  expect(read).toThrow(UsageError);
  const pattern = message.replace(/[.*]/g, (character) => (character === '*' ? '[^"]*' : '\\.'));
  expect(read).toThrow(new RegExp(`^${pattern}$`));
});
