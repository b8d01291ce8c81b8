/** Why a connection came to nothing, in words for an operator. */
import { oneLine } from './quoted';

export interface Unreachable {
  /** One line, without the endpoint: `nothing listens there (ECONNREFUSED)`. */
  readonly reason: string;
  /** What to do, where the reason tells it. */
  readonly mend?: string;
}

const TRUST = 'give the authority that signed it with --tls-ca';
const IDENTITY = 'give --tls-cert and --tls-key of an authority that the engine trusts';

/** By the code of the error. Sources: node's and OpenSSL's lists of codes; those of TLS measured against dockerd 20.10. */
const KNOWN: readonly (readonly [code: RegExp, reason: string, mend?: string])[] = [
  [/^ECONNREFUSED$/, 'nothing listens there', 'check the address, and that the engine runs'],
  [/^ENOENT$/, 'there is no such socket', 'check the path, and that the engine runs'],
  [/^(EACCES|EPERM)$/, 'this user may not use it', 'run as a user of the group that owns the socket'],
  [/^(ENOTFOUND|EAI_AGAIN|EAI_NONAME)$/, 'the name of the host is not known', 'check the name'],
  [/^(EHOSTUNREACH|ENETUNREACH|ENETDOWN)$/, 'there is no route to it', 'check the address and the network'],
  [/^ETIMEDOUT$/, 'it does not answer', 'check the address, and what filters packets on the way'],
  [
    /^HPE_/,
    'what answers does not speak HTTP',
    'check the address; an engine with TLS needs --tls-ca or DOCKER_TLS_VERIFY',
  ],
  [/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG/, 'it does not speak TLS', 'leave the TLS settings out'],
  [/ALTNAME_INVALID$/, 'its certificate is for another name', 'use a name that its certificate holds'],
  [
    /^CERT_HAS_EXPIRED$|^CERT_NOT_YET_VALID$/,
    'its certificate is out of date',
    'renew the certificate, or set the clock',
  ],
  [/SELF_SIGNED|UNABLE_TO_|CERT_UNTRUSTED|CERT_SIGNATURE/, 'its certificate is not of a trusted authority', TRUST],
  [
    /ALERT.*(CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED)/,
    'it refuses the certificate of this client, or wants one',
    IDENTITY,
  ],
  [/^ERR_SSL_|^EPROTO$/, 'no TLS came about', 'check the TLS settings of both sides'],
  [/^(ECONNRESET|EPIPE)$/, 'it closed the connection', 'look at the log of the engine'],
];

/** Says why a request got no answer: what is known by its code, else the message of its first cause on one line. */
export function whyUnreachable(error: unknown): Unreachable {
  const chain = causes(error);
  for (const link of chain) {
    const code = codeOf(link);
    const known = code === undefined ? undefined : KNOWN.find(([pattern]) => pattern.test(code));
    if (code !== undefined && known !== undefined) {
      const [, reason, mend] = known;
      return { reason: `${reason} (${oneLine(code, 60)})`, ...(mend === undefined ? {} : { mend }) };
    }
  }
  // That something was aborted is said better by whoever aborted it.
  const telling = chain.filter((link) => codeOf(link) !== 'ABORT_ERR');
  return { reason: oneLine(messageOf(telling.at(-1))) };
}

/** The error and what caused it, at most five deep. */
function causes(error: unknown): unknown[] {
  const chain = [error];
  let current = error;
  while (chain.length < 5 && typeof current === 'object' && current !== null && 'cause' in current) {
    current = current.cause;
    chain.push(current);
  }
  return chain.filter((link) => link !== undefined);
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}
