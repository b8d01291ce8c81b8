import fc from 'fast-check';
import { nearLines } from '../fixtures/arbitrary';
import {
  parseAddresses,
  parseFiles,
  parseHttpGet,
  parseInterfaces,
  parsePing,
  parseResolveName,
  parseRoutes,
  parseTcpConnects,
  parseUdpReceived,
  parseUdpSend,
} from './commands';
import { parseGossipPing } from './gossip';

/** Readers of what a container printed, with lines that they know: an engine may put anything in their place. */
const READERS: readonly (readonly [what: string, lines: readonly string[], read: (text: string) => unknown])[] = [
  [
    'ping',
    [
      '3 packets transmitted, 3 received, 0% packet loss, time 2003ms',
      '64 bytes from 10.0.0.1: seq=0 ttl=64 time=0.05 ms',
      '64 bytes from 10.0.0.1: seq=0 ttl=64 time=0.05 ms (DUP!)',
      'round-trip min/avg/max = 0.1/0.2/0.3 ms',
    ],
    parsePing,
  ],
  [
    'addresses',
    ['2: eth0    inet 10.1.2.3/24 brd 10.1.2.255 scope global eth0', '    link/ether 02:42:0a:00:00:02 brd ff'],
    parseAddresses,
  ],
  ['interfaces', ['2: eth0@if70: <BROADCAST,UP> mtu 1500 link/ether 02:42:0a:00:00:02 brd ff'], parseInterfaces],
  [
    'routes',
    ['default via 10.0.0.1 dev eth0', '10.0.0.0/24 dev eth0 src 10.0.0.2', 'unreachable 10.1.0.0/16'],
    parseRoutes,
  ],
  [
    'files',
    ['stat 81a4 0 0 ./one', 'target two', `sha256 ${'0'.repeat(64)}  ./one`, 'stat ffffffff 9999999999 0 .'],
    parseFiles,
  ],
  [
    'names',
    [
      'Server:    127.0.0.11',
      'Address:   127.0.0.11:53',
      'Name: a',
      'Address 1: 10.0.0.2 a',
      "** server can't find a: NXDOMAIN",
    ],
    parseResolveName,
  ],
  [
    'TCP doors',
    ['10.0.0.7:2375 0 ', '10.0.0.7:1 1 nc: Connection refused'],
    (text) => parseTcpConnects(text)('10.0.0.7:2375'),
  ],
  [
    'counters',
    ['Udp: InDatagrams NoPorts OutDatagrams', 'Udp: 1 2 3', 'Icmp: InDestUnreachs', 'Icmp: 4'],
    parseUdpReceived,
  ],
  [
    'counters twice',
    ['Ip: a', 'Udp: InDatagrams NoPorts OutDatagrams', 'Udp: 1 2 3', 'Icmp: InDestUnreachs', 'Icmp: 4'],
    parseUdpSend,
  ],
  ['gossip', ['answered', 'silent', 'Connection refused'], (text) => parseGossipPing({ stdout: text, stderr: text })],
  [
    'pages',
    ['wget: server returned error: HTTP/1.1 404 Not Found', 'Connection refused', 'timed out'],
    (text) => parseHttpGet({ exitCode: 1, stdout: text, stderr: text }),
  ],
];

describe('what a container printed', () => {
  test.each(READERS)('is read without an exception, whatever it is: %s', (_what, lines, read) => {
    fc.assert(fc.property(nearLines(lines), (text) => void read(text)));
  });

  test('as the output of ping is never a reply that was not sent for, nor a loss that is no share', () => {
    const lines = READERS[0]?.[1] ?? [];
    fc.assert(
      fc.property(nearLines(lines), (text) => {
        const { sent, received, lossPercent, rttMs } = parsePing(text);
        expect([sent, received, lossPercent, ...rttMs].every((number) => Number.isFinite(number) && number >= 0)).toBe(
          true,
        );
      }),
    );
  });
});
