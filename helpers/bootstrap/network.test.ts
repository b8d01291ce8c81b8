import fc from 'fast-check';
import { bridgesIn, parseInterfaceNames } from './network';

test('The names of interfaces are read, without the other ends of pairs.', () => {
  const text = `1: lo: <LOOPBACK,UP> mtu 65536 qdisc noqueue\\    link/loopback 00:00:00:00:00:00
5: docker0: <NO-CARRIER> mtu 1500
70: veth8440b95@if4: <BROADCAST> mtu 1500
`;
  expect(parseInterfaceNames(text)).toEqual(['lo', 'docker0', 'veth8440b95']);
});

test("A bridge is the engine's where its store has a network on it.", () => {
  const store = '\0\u0001docker/network/v1.0/bridge/1{"BridgeIfaceCreator":2,"BridgeName":"br-4c9fd1954272"}\0';
  expect(bridgesIn(store, ['eth0', 'br-4c9fd1954272', 'br-4c9fd195427'])).toEqual(['br-4c9fd1954272']);
  expect(bridgesIn('', ['docker0'])).toEqual([]);
});

test('Any text is read without an exception.', () => {
  fc.assert(fc.property(fc.string(), (text) => expect(Array.isArray(parseInterfaceNames(text))).toBe(true)));
});
