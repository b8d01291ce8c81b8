/** The certificates and the key of a TLS endpoint, read and judged, so that a message can name the file that is wrong. */
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { UsageError } from '../usage-error';
import { readBoundedFile } from './bounded-file';
import { quoted } from './quoted';
import type { TlsFiles } from './target';

/** PEM, as the files hold it. */
export interface TlsMaterial {
  readonly ca?: Buffer;
  readonly cert?: Buffer;
  readonly key?: Buffer;
}

/**
 * Reads the files of an endpoint. Whether a certificate is in date or of the right CA is for the handshake to say.
 *
 * @throws UsageError that names the file, where one is missing, unreadable, no PEM of its kind, or where the key is not
 *   that of the certificate, or one of the two is not given
 */
export function readTlsFiles(tls: TlsFiles): TlsMaterial {
  if ((tls.cert === undefined) !== (tls.key === undefined)) {
    const [given, missing] = tls.key === undefined ? ['certificate', 'key'] : ['key', 'certificate'];
    throw new UsageError(`a TLS ${given} is given without its ${missing}`, `give the ${missing} too, or neither`);
  }
  const ca = tls.ca === undefined ? undefined : readBoundedFile(tls.ca, 'the TLS CA certificate');
  if (ca !== undefined) certificate(ca, tls.ca ?? '', 'the TLS CA certificate');
  if (tls.cert === undefined || tls.key === undefined) return ca === undefined ? {} : { ca };
  const cert = readBoundedFile(tls.cert, 'the TLS certificate');
  const key = readBoundedFile(tls.key, 'the TLS key');
  if (!certificate(cert, tls.cert, 'the TLS certificate').checkPrivateKey(privateKey(key, tls.key))) {
    throw new UsageError(
      `the TLS key ${quoted(tls.key)} is not that of the certificate ${quoted(tls.cert)}`,
      'give the two that were made together',
    );
  }
  return ca === undefined ? { cert, key } : { ca, cert, key };
}

function certificate(pem: Buffer, path: string, what: string): X509Certificate {
  const mend = 'give a file that begins with -----BEGIN CERTIFICATE-----';
  // X509Certificate takes DER too, which a TLS connection would not.
  if (!pem.includes('-----BEGIN CERTIFICATE-----')) {
    throw new UsageError(`${what} ${quoted(path)} is not a PEM certificate`, mend);
  }
  try {
    return new X509Certificate(pem);
  } catch (error) {
    throw new UsageError(`${what} ${quoted(path)} is not a PEM certificate`, mend, { cause: error });
  }
}

// What went wrong inside is not passed on as a cause: nothing of a key belongs into a message.
function privateKey(pem: Buffer, path: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch {
    throw new UsageError(
      `the TLS key ${quoted(path)} is not a PEM private key without a passphrase`,
      'openssl pkey -in KEY -out KEY.plain removes a passphrase',
    );
  }
}
