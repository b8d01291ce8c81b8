import { parseTcpConnects, tcpConnects } from './tcp';

/** busybox 1.35. */
const SHOWN = `10.0.0.7:2375 0 
10.0.0.7:8500 1 nc: can't connect to remote host (10.0.0.7): Connection refused
10.0.0.8:8500 1 nc: timed out
10.0.0.9:8500 1 nc: can't connect to remote host (10.0.0.9): No route to host
n35:4000 1 nc: bad address 'n35'
`;

test('Each door is given to the command by itself, behind the limit.', () => {
  const [env, limit, ...rest] = tcpConnects(['10.0.0.7:2375', '10.0.0.8:4000'], 2);
  expect([env, limit]).toEqual(['env', 'SECONDS_EACH=2']);
  expect(rest.slice(-2)).toEqual(['10.0.0.7:2375', '10.0.0.8:4000']);
});

test('A connection, a refusal and silence are told apart.', () => {
  const state = parseTcpConnects(SHOWN);
  expect(['10.0.0.7:2375', '10.0.0.7:8500', '10.0.0.8:8500', '10.0.0.9:8500'].map(state)).toEqual([
    'open',
    'refused',
    'silent',
    'silent',
  ]);
});

test('What failed for another reason, and a door that was not tried, is unknown.', () => {
  const state = parseTcpConnects(SHOWN);
  expect([state('n35:4000'), state('10.0.0.7:4000')]).toEqual(['unknown', 'unknown']);
  expect(parseTcpConnects('10.0.0.7:2375 0x\n10.0.0.7:2375')('10.0.0.7:2375')).toBe('unknown');
});
