import fc from 'fast-check';
import { addresses, interfaces, parseAddresses, parseInterfaces } from './addresses';

/** `ip addr` of BusyBox 1.30 to 1.37. */
const BUSYBOX = `1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
    inet 127.0.0.1/8 scope host lo
       valid_lft forever preferred_lft forever
69: eth0@if70: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 qdisc noqueue 
    link/ether 02:42:ac:14:00:02 brd ff:ff:ff:ff:ff:ff
    inet 172.20.0.2/16 brd 172.20.255.255 scope global eth0
       valid_lft forever preferred_lft forever
    inet6 fe80::42:acff:fe14:2/64 scope link 
       valid_lft forever preferred_lft forever
`;
/** `ip -4 -o addr` of the same. */
const ONE_LINE = `1: lo    inet 127.0.0.1/8 scope host lo\\       valid_lft forever preferred_lft forever
69: eth0    inet 172.20.0.2/16 brd 172.20.255.255 scope global eth0\\       valid_lft forever preferred_lft forever
`;
/** `ip -o link` of BusyBox, and of iproute2 for docker0. */
const LINKS = `1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue qlen 1000\\    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
69: eth0@if70: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 qdisc noqueue \\    link/ether 02:42:AC:14:00:02 brd ff:ff:ff:ff:ff:ff
5: docker0: <NO-CARRIER,BROADCAST,MULTICAST> mtu 1500 qdisc noqueue state DOWN mode DEFAULT group default \\    link/ether 02:42:c5:62:7c:f5 brd ff:ff:ff:ff:ff:ff
`;

test('The output with a block for each interface is read, with MAC addresses.', () => {
  expect(parseAddresses(BUSYBOX)).toEqual([
    { interface: 'lo', address: '127.0.0.1', prefix: 8, mac: '00:00:00:00:00:00' },
    { interface: 'eth0', address: '172.20.0.2', prefix: 16, mac: '02:42:ac:14:00:02' },
  ]);
});

test('The output with a line for each address is read; it has no MAC addresses.', () => {
  expect(parseAddresses(ONE_LINE)).toEqual([
    { interface: 'lo', address: '127.0.0.1', prefix: 8 },
    { interface: 'eth0', address: '172.20.0.2', prefix: 16 },
  ]);
});

test('A point-to-point address has the prefix of its peer, or 32.', () => {
  const text =
    '3: tun0: <POINTOPOINT,UP> mtu 1500\n    link/none\n    inet 10.8.0.1 peer 10.8.0.2/30 scope global tun0\n';
  expect(parseAddresses(text)).toEqual([{ interface: 'tun0', address: '10.8.0.1', prefix: 30 }]);
  expect(parseAddresses('3: tun0    inet 10.8.0.1 scope global tun0')).toMatchObject([{ prefix: 32 }]);
});

test('The MAC address of one interface is not taken for the next.', () => {
  const text = `${BUSYBOX}70: tun0: <UP> mtu 1500\n    inet 10.8.0.1/24 scope global tun0\n`;
  expect(parseAddresses(text).at(-1)).toEqual({ interface: 'tun0', address: '10.8.0.1', prefix: 24 });
});

test('Interfaces are read with state, MAC address and peer.', () => {
  expect(parseInterfaces(LINKS)).toEqual([
    { interface: 'lo', index: 1, up: true, mtu: 65536, mac: '00:00:00:00:00:00' },
    { interface: 'eth0', index: 69, up: true, mtu: 1500, mac: '02:42:ac:14:00:02', peer: 'if70' },
    { interface: 'docker0', index: 5, up: false, mtu: 1500, mac: '02:42:c5:62:7c:f5' },
  ]);
});

test('The commands are those of both ip programs.', () => {
  expect(addresses()).toEqual(['ip', 'addr']);
  expect(interfaces()).toEqual(['ip', '-o', 'link']);
});

test('Any text is read without an exception.', () => {
  const near = fc.constantFrom(...BUSYBOX.split('\n'), ...ONE_LINE.split('\n'), ...LINKS.split('\n'));
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), near)), (lines) => {
      const text = lines.join('\n');
      expect(parseAddresses(text).every((each) => each.interface !== '')).toBe(true);
      expect(parseInterfaces(text).every((each) => each.interface !== '')).toBe(true);
    }),
  );
});
