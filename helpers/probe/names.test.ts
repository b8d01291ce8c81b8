import fc from 'fast-check';
import { parseResolveName, resolveName } from './names';

const SERVER = 'Server:\t\t127.0.0.11\nAddress:\t127.0.0.11:53\n\n';
/** BusyBox 1.30 to 1.37. */
const FOUND = `${SERVER}Non-authoritative answer:\nName:\tweb\nAddress: 172.20.0.3\n\n`;
/** Before 1.30, and in builds without the larger nslookup since. */
const FOUND_OLD = `Server:    127.0.0.11
Address 1: 127.0.0.11

Name:      web
Address 1: 172.20.0.3 web.net1
Address 2: 172.20.0.4
`;

test.each([
  ['an answer', FOUND, { outcome: 'found', addresses: ['172.20.0.3'] }],
  ['an answer of the older form', FOUND_OLD, { outcome: 'found', addresses: ['172.20.0.3', '172.20.0.4'] }],
  [
    'an unknown name',
    `${SERVER}** server can't find nosuch: NXDOMAIN\n\n`,
    { outcome: 'not-found', addresses: [], reason: 'NXDOMAIN' },
  ],
  ['an unknown name of the older form', `nslookup: can't resolve 'nosuch'\n`, { outcome: 'not-found', addresses: [] }],
  [
    'a name without addresses',
    `${SERVER}*** Can't find web: No answer\n`,
    { outcome: 'not-found', addresses: [], reason: 'No answer' },
  ],
  ['an empty answer', `${SERVER}Non-authoritative answer:\n\n`, { outcome: 'not-found', addresses: [] }],
  [
    'a silent server',
    ';; connection timed out; no servers could be reached\n\n',
    { outcome: 'no-answer', addresses: [] },
  ],
  ['nothing, since no server is reachable', '\n', { outcome: 'no-answer', addresses: [] }],
  ['only the name of the server', SERVER, { outcome: 'no-answer', addresses: [] }],
])('The output for %s is read.', (_name, text, expected) => {
  expect(parseResolveName(text)).toEqual(expected);
});

test('The command asks for IPv4 addresses only, with a limit.', () => {
  expect(resolveName('web')).toEqual(['timeout', '5', 'nslookup', '-type=a', 'web']);
});

test('Any text is read without an exception.', () => {
  const near = fc.constantFrom(...FOUND.split('\n'), ...FOUND_OLD.split('\n'), "** server can't find", ': x');
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), near)), (lines) => {
      const { outcome, addresses } = parseResolveName(lines.join('\n'));
      expect(outcome === 'found').toBe(addresses.length > 0);
    }),
  );
});
