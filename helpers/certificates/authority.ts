/**
 * A certificate authority for one run: it is made on the spot, signs what the run needs, and is forgotten. No key of it lies
 * anywhere else, and nothing that it signed is good for longer than a day.
 */
import { X509Certificate as ReadCertificate, randomBytes, webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import { x509 } from './library';

/** A certificate and its key, both PEM. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
}

/** What a certificate is good for. */
export type Purpose = 'client' | 'server';

export interface CertificateOptions {
  /** Names and addresses that it is for; none where nothing is said. */
  readonly hosts?: readonly string[];
  /** Both where nothing is said. */
  readonly purposes?: readonly Purpose[];
  /** From when until when, as milliseconds from now: a day on either side where nothing is said. */
  readonly validMs?: readonly [from: number, until: number];
}

export interface Authority extends Identity {
  /** A fresh key with a certificate for it that the authority signed. */
  issue(name: string, options?: CertificateOptions): Promise<Identity>;
}

/** Keys on P-256, which every engine with TLS takes. */
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

const DAY_MS = 86_400_000;

/** An authority that signed itself. Several may have one name; they are different all the same. */
export async function authority(name: string): Promise<Authority> {
  const { X509CertificateGenerator, BasicConstraintsExtension, KeyUsagesExtension, KeyUsageFlags } = x509();
  const keys = await newKeys();
  const own = await X509CertificateGenerator.createSelfSigned({
    ...dated([-DAY_MS, DAY_MS]),
    name: subject(name),
    keys,
    extensions: [
      new BasicConstraintsExtension(true, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
  });
  const issue = async (of: string, options: CertificateOptions = {}): Promise<Identity> => {
    const subjectKeys = await newKeys();
    const certificate = await X509CertificateGenerator.create({
      ...dated(options.validMs ?? [-DAY_MS, DAY_MS]),
      subject: subject(of),
      issuer: own.subjectName,
      publicKey: subjectKeys.publicKey,
      signingKey: keys.privateKey,
      extensions: extensionsOf(options),
    });
    return identity(certificate.toString('pem'), subjectKeys);
  };
  return { ...(await identity(own.toString('pem'), keys)), issue };
}

/** The SHA-256 fingerprint of a certificate in PEM, as `AB:CD:…`. */
export function fingerprint(pem: string): string {
  return new ReadCertificate(pem).fingerprint256;
}

function extensionsOf({ hosts = [], purposes = ['client', 'server'] }: CertificateOptions) {
  const { ExtendedKeyUsage, ExtendedKeyUsageExtension, SubjectAlternativeNameExtension } = x509();
  const names = hosts.map((host) => ({ type: isIP(host) === 0 ? ('dns' as const) : ('ip' as const), value: host }));
  const usages = purposes.map((purpose) => ExtendedKeyUsage[`${purpose}Auth`]);
  return [
    new ExtendedKeyUsageExtension(usages),
    ...(names.length === 0 ? [] : [new SubjectAlternativeNameExtension(names)]),
  ];
}

function dated([from, until]: readonly [number, number]) {
  const now = Date.now();
  return {
    // A positive number: the first bit is that of the sign.
    serialNumber: `1${randomBytes(8).toString('hex').slice(1)}`,
    notBefore: new Date(now + from),
    notAfter: new Date(now + until),
    signingAlgorithm: ALGORITHM,
  };
}

/** The one part of the name, with no character in it that would begin another. */
function subject(name: string): { CN: string[] }[] {
  return [{ CN: [name] }];
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

async function identity(cert: string, { privateKey }: webcrypto.CryptoKeyPair): Promise<Identity> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', privateKey)).toString('base64');
  const lines = der.match(/.{1,64}/g) ?? [];
  return { cert: `${cert}\n`, key: `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n` };
}
