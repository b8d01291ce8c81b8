import fc from 'fast-check';
import { parseRoutes, routes } from './routes';

/** BusyBox 1.30 to 1.37. */
const BUSYBOX = `default via 172.20.0.1 dev eth0 
172.20.0.0/16 dev eth0 scope link  src 172.20.0.2 
`;
const IPROUTE2 = `default via 192.0.2.1 dev eth0 proto dhcp metric 100
172.17.0.0/16 dev docker0 proto kernel scope link src 172.17.0.1 linkdown
unreachable 198.51.100.0/24
203.0.113.7 via 192.0.2.9 dev eth0
`;

test('The routes of a container are read.', () => {
  expect(parseRoutes(BUSYBOX)).toEqual([
    { destination: 'default', via: '172.20.0.1', device: 'eth0' },
    { destination: '172.20.0.0/16', device: 'eth0', source: '172.20.0.2' },
  ]);
});

test('The routes of a host are read, those of a special kind apart.', () => {
  expect(parseRoutes(IPROUTE2)).toEqual([
    { destination: 'default', via: '192.0.2.1', device: 'eth0' },
    { destination: '172.17.0.0/16', device: 'docker0', source: '172.17.0.1' },
    { destination: '203.0.113.7', via: '192.0.2.9', device: 'eth0' },
  ]);
});

test('A network namespace without routes shows none.', () => {
  expect(routes()).toEqual(['ip', 'route']);
  expect(parseRoutes('')).toEqual([]);
});

test('Any text is read without an exception.', () => {
  const near = fc.constantFrom(...BUSYBOX.split('\n'), ...IPROUTE2.split('\n'), 'default via', 'default dev dev');
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), near)), (lines) => {
      expect(parseRoutes(lines.join('\n')).every((route) => route.destination !== '')).toBe(true);
    }),
  );
});
