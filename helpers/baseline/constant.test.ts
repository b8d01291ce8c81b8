import { constantReason, constantText } from './constant';

const OF = { runId: 'bcdfghjklm', version: '20.10.24+dfsg1', kernel: '6.1.0-18-amd64' };

test.each([
  [
    'an address with its length',
    'the gateway of 172.24.0.0/16 is 172.24.0.1',
    'the gateway of <address>/<length> is <address>',
  ],
  ['an address with a port', 'bound to 0.0.0.0:49153', 'bound to <address>:<port>'],
  ['an IPv6 address', 'fd00:ec::1/64 or ::1 or 2001:db8:0:0:0:0:0:7', '<address> or <address> or <address>'],
  ['a MAC address', 'is 02:42:ac:11:00:02', 'is <mac>'],
  ['an id of any length', `is 0688ef8400b3, sha256:${'3b'.repeat(32)}`, 'is <id>, <id>'],
  ['a name of this suite', 'name "/ec-bcdfghjklm-15" of /ec-lab-7dc99beaff', 'name "/<name>" of /<name>'],
  ['the id of the run', 'engine-conformance/probe:bcdfghjklm', 'engine-conformance/probe:<run>'],
  ['a time of day', 'since 2026-11-25T10:00:00.123Z', 'since <time>'],
  ['a duration', 'within 10000 ms, not 5 s or 1.25s', 'within <duration>, not <duration> or <duration>'],
  ['a large number', 'process 123456 of 12', 'process <number> of 12'],
  ['a temporary file', 'in /tmp/engine-x1/sock: no', 'in <path>: no'],
  [
    'the version and the kernel',
    'engine 20.10.24+dfsg1 (20.10.24) on 6.1.0-18-amd64',
    'engine <version> (<version>) on <kernel>',
  ],
  ['a place in a list', '/0/Ports/12/IP is missing', '/*/Ports/*/IP is missing'],
  ['lines and spaces', ' one\n\ttwo  three ', 'one two three'],
  ['an answer, whole', 'observed 200: {"Id":"x","Names":["}"]} and more', 'observed 200: <object> and more'],
  ['an answer, cut', 'observed 200: [{"Id":"x","Na', 'observed 200: <objects>'],
])('%s is named instead of shown', (_what, text, expected) => {
  expect(constantText(text, OF)).toBe(expected);
});

test.each([
  ['a status', 'expected 409, observed 500'],
  ['an API version', 'client version 1.23 is too old. Minimum is 1.24'],
  ['a time that has the form of no address', 'at 10:30'],
  ['a word of hexadecimal letters', 'defaced, added, deadbeefdead is none without a digit'],
  ['a list', 'observed ["create","remove"]'],
  ['a port alone', '80/tcp'],
])('%s stays', (_what, text) => {
  expect(constantText(text, OF)).toBe(text);
});

describe('the reason of a verdict', () => {
  test('of a failure is made of its parts, which are whole', () => {
    const failure = { what: 'the address', expected: '172.28.5.9', observed: { 'ec-bcdfghjklm-2': ['172.28.0.2'] } };
    expect(constantReason('cut off', failure, OF)).toBe(
      'the address: expected <address>, observed {"<name>":["<address>"]}',
    );
  });

  test('says that two values differ, where what is shown of them does not', () => {
    expect(constantReason('', { what: 'the id', expected: 'a1'.repeat(32), observed: 'b2'.repeat(32) }, OF)).toBe(
      'the id: expected <id>, observed another',
    );
  });

  test('lists what is alike in all but ids once, and in one order', () => {
    const observed = (...ids: string[]) => ids.map((id) => `/Containers/${id.repeat(16)}/EndpointID: absent`);
    const reason = (...ids: string[]) => constantReason('', { what: 'w', expected: 1, observed: observed(...ids) }, OF);
    expect(reason('a1b2', 'c3d4')).toBe('w: expected 1, observed ["/Containers/<id>/EndpointID: absent"]');
    expect(reason('c3d4', 'a1b2', 'e5f6')).toBe(reason('a1b2'));
    expect(constantReason('', { what: 'w', expected: ['b', 'a', 'b'], observed: [] }, OF)).toContain('["b","a","b"]');
  });

  test('is bounded, and is nothing where there was none', () => {
    expect([...(constantReason('😀'.repeat(1000), undefined, OF) ?? '')]).toHaveLength(240);
    expect(constantReason(null, undefined, OF)).toBeNull();
  });

  test('of a huge text is found in short order', () => {
    const begun = performance.now();
    for (const piece of ['a:', '1.', '/1', '[{"', 'ec-', '0a', '{"\\']) constantText(piece.repeat(50_000), OF);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
