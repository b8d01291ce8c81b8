import { routesIn } from './network';

const TABLE = `Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
eth0\t00000000\t0102A8C0\t0003\t0\t0\t0\t00000000\t0\t0\t0
eth0\t0002A8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0
docker0\t000011AC\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0
tun0\t0100080A\t00000000\t0005\t0\t0\t0\tFFFFFFFF\t0\t0\t0
`;

test('the routes of this machine are read from the kernel', () => {
  expect(routesIn(TABLE)).toEqual(['0.0.0.0/0', '192.168.2.0/24', '172.17.0.0/16', '10.8.0.1/32']);
});

test('a line that is none is left out', () => {
  expect(routesIn('Iface\nnonsense\n\teth0\tx\n')).toEqual([]);
});
