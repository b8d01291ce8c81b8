import fc from 'fast-check';
import { parsePing, pingCommand } from './ping';

/** BusyBox 1.30, 1.35 and 1.37 print alike. */
const BUSYBOX = `PING 172.20.0.3 (172.20.0.3): 56 data bytes
64 bytes from 172.20.0.3: seq=0 ttl=64 time=0.154 ms
64 bytes from 172.20.0.3: seq=1 ttl=64 time=0.109 ms

--- 172.20.0.3 ping statistics ---
2 packets transmitted, 2 packets received, 0% packet loss
round-trip min/avg/max = 0.109/0.131/0.154 ms
`;
const BUSYBOX_LOST = `PING 172.20.9.9 (172.20.9.9): 56 data bytes

--- 172.20.9.9 ping statistics ---
3 packets transmitted, 0 packets received, 100% packet loss
`;
const IPUTILS = `PING 172.20.0.3 (172.20.0.3) 56(84) bytes of data.
64 bytes from 172.20.0.3: icmp_seq=1 ttl=64 time=0.213 ms
64 bytes from 172.20.0.3: icmp_seq=2 ttl=64 time=0.011 ms
64 bytes from 172.20.0.3: icmp_seq=3 ttl=64 time=0.020 ms

--- 172.20.0.3 ping statistics ---
3 packets transmitted, 3 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.011/0.081/0.213/0.093 ms, ipg/ewma 0.126/0.166 ms
`;
const IPUTILS_UNREACHABLE = `PING 10.255.255.1 (10.255.255.1) 56(84) bytes of data.
From 198.51.100.237 icmp_seq=1 Destination Port Unreachable

--- 10.255.255.1 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms
`;
const IPUTILS_DUPLICATE = `PING 192.0.2.9 (192.0.2.9) 56(84) bytes of data.
64 bytes from 192.0.2.9: icmp_seq=1 ttl=64 time=1.5 ms
64 bytes from 192.0.2.9: icmp_seq=1 ttl=64 time=1.7 ms (DUP!)

--- 192.0.2.9 ping statistics ---
3 packets transmitted, 1 received, +1 duplicates, 66.6667% packet loss, time 2003ms
`;

test.each([
  ['BusyBox', BUSYBOX, { sent: 2, received: 2, lossPercent: 0, rttMs: [0.154, 0.109] }],
  ['BusyBox without replies', BUSYBOX_LOST, { sent: 3, received: 0, lossPercent: 100, rttMs: [] }],
  ['iputils', IPUTILS, { sent: 3, received: 3, lossPercent: 0, rttMs: [0.213, 0.011, 0.02] }],
  ['iputils with an ICMP error', IPUTILS_UNREACHABLE, { sent: 1, received: 0, lossPercent: 100, rttMs: [] }],
  ['iputils with a repeated reply', IPUTILS_DUPLICATE, { sent: 3, received: 1, lossPercent: 66.6667, rttMs: [1.5] }],
])('The output of %s is read.', (_name, text, expected) => {
  expect(parsePing(text)).toEqual(expected);
});

test.each(["ping: bad address 'nosuch'\n", 'ping: sendto: Network is unreachable\n', ''])(
  'Where no request went out nothing was sent: %j.',
  (text) => {
    expect(parsePing(text)).toEqual({ sent: 0, received: 0, lossPercent: 100, rttMs: [] });
  },
);

test('The command sends the next request as soon as a reply is there.', () => {
  expect(pingCommand('192.0.2.1', 2, 1)).toEqual(['ping', '-A', '-c', '2', '-W', '1', '192.0.2.1']);
});

test('Any text is read without an exception.', () => {
  const near = fc.constantFrom(...BUSYBOX.split('\n'), ...IPUTILS_DUPLICATE.split('\n'));
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), near)), (lines) => {
      const { sent, received, lossPercent, rttMs } = parsePing(lines.join('\n'));
      for (const number of [sent, received, lossPercent, ...rttMs]) expect(Number.isFinite(number)).toBe(true);
    }),
  );
});
