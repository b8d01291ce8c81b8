import fc from 'fast-check';
import { parseUdpReceived, parseUdpSend, udpReceived, udpSend } from './udp';

/** /proc/net/snmp of Linux 6.18, some columns left out. */
function snmp(udp: string, icmp: string): string {
  return `Ip: Forwarding DefaultTTL InReceives
Ip: 1 64 16
Icmp: InMsgs InErrors InCsumErrors InDestUnreachs InTimeExcds
Icmp: ${icmp}
IcmpMsg: InType0 OutType8
IcmpMsg: 2 2
Udp: InDatagrams NoPorts InErrors OutDatagrams RcvbufErrors SndbufErrors InCsumErrors IgnoredMulti MemErrors
Udp: ${udp}
UdpLite: InDatagrams NoPorts InErrors OutDatagrams RcvbufErrors SndbufErrors InCsumErrors IgnoredMulti MemErrors
UdpLite: 0 0 0 0 0 0 0 0 0
`;
}

test('The counters of a network namespace are read by their names.', () => {
  expect(parseUdpReceived(snmp('14 7 0 16 0 0 0 0 0', '2 0 0 5 0'))).toEqual({
    noPorts: 7,
    inDatagrams: 14,
    outDatagrams: 16,
    inUnreachable: 5,
  });
});

test('What left and what came back while it was sent is the difference of two readings.', () => {
  const text = snmp('14 0 0 16 0 0 0 0 0', '2 0 0 1 0') + snmp('14 0 0 18 0 0 0 0 0', '4 0 0 3 0');
  expect(parseUdpSend(text)).toEqual({ sent: 2, unreachable: 2 });
});

test('Where nothing could be sent the number is 0.', () => {
  const reading = snmp('0 0 0 0 0 0 0 0 0', '0 0 0 0 0');
  expect(parseUdpSend(reading + reading)).toEqual({ sent: 0, unreachable: 0 });
});

test.each(['', 'cat: no such file', 'Udp: NoPorts\nUdp: x\n', snmp('1 2', '3')])(
  'A text that is not the table is none: %#.',
  (text) => {
    expect(parseUdpReceived(text)).toBeNull();
    expect(parseUdpSend(text)).toEqual({ sent: 0, unreachable: 0 });
  },
);

test('Address and port are arguments of the script and not part of it.', () => {
  expect(udpSend('$(id)', 4000).slice(3)).toEqual(['udp', '$(id)', '4000']);
  expect(udpSend('$(id)', 4000)[2]).not.toContain('$(id)');
  expect(udpReceived()).toEqual(['cat', '/proc/net/snmp']);
});

test('Any text is read without an exception.', () => {
  const near = fc.constantFrom(...snmp('1 2 3 4 5 6 7 8 9', '1 2 3 4 5').split('\n'));
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), near)), (lines) => {
      parseUdpReceived(lines.join('\n'));
      const { sent, unreachable } = parseUdpSend(lines.join('\n'));
      expect(Math.min(sent, unreachable)).toBeGreaterThanOrEqual(0);
    }),
  );
});
