import { whyUnreachable } from './why-unreachable';

function coded(code: string, message = 'internals'): Error {
  return Object.assign(new Error(message), { code });
}

test.each([
  ['ECONNREFUSED', 'nothing listens there'],
  ['ENOENT', 'there is no such socket'],
  ['EACCES', 'this user may not use it'],
  ['ENOTFOUND', 'the name of the host is not known'],
  ['EHOSTUNREACH', 'there is no route to it'],
  ['HPE_INVALID_CONSTANT', 'what answers does not speak HTTP'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'it does not speak TLS'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'its certificate is for another name'],
  ['CERT_HAS_EXPIRED', 'its certificate is out of date'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'its certificate is not of a trusted authority'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'its certificate is not of a trusted authority'],
  ['ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', 'it refuses the certificate of this client, or wants one'],
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'it refuses the certificate of this client, or wants one'],
  ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'it refuses the certificate of this client, or wants one'],
  ['ERR_SSL_NO_SHARED_CIPHER', 'no TLS came about'],
  ['ECONNRESET', 'it closed the connection'],
])('%s is told in words, with what to do', (code, reason) => {
  const found = whyUnreachable(new Error('GET /version', { cause: coded(code) }));
  expect(found.reason).toBe(`${reason} (${code})`);
  expect(found.mend).toBeDefined();
});

test('what has no known code is told in its own words, on one line', () => {
  expect(whyUnreachable(new Error('ssh to a ended with status 255:\n refused')).reason).toBe(
    'ssh to a ended with status 255: refused',
  );
  expect(whyUnreachable(coded('EWHATEVER', 'odd\u001b')).reason).toBe('odd\\u{1b}');
  expect(whyUnreachable('text').reason).toBe('text');
});

test('the first cause speaks, but for an abort, which says less than whoever aborted', () => {
  const refused = new Error('GET /version: ssh ended', { cause: new Error('ssh ended') });
  expect(whyUnreachable(refused).reason).toBe('ssh ended');
  const late = new Error('not answered within 5000 ms', { cause: coded('ABORT_ERR', 'The operation was aborted') });
  expect(whyUnreachable(late).reason).toBe('not answered within 5000 ms');
});

test('causes that go round in a circle are left', () => {
  const error = new Error('round');
  error.cause = error;
  expect(whyUnreachable(error).reason).toBe('round');
});
