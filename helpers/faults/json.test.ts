import { add, type Change, changed, doubled, drop, rename, retype, set, without } from './json';

const NETWORK = {
  Name: 'ec-1',
  IPAM: { Config: [{ Subnet: '10.1.0.0/24' }, { Subnet: '10.2.0.0/24', Gateway: '10.2.0.1' }] },
  Networks: { bridge: { IPAddress: '172.17.0.2' }, 'ec-1': { IPAddress: '10.1.0.2' } },
  Options: { 'com.docker.network.driver.mtu': '1500' },
};

const CASES: readonly (readonly [what: string, change: Change, expected: (network: typeof NETWORK) => unknown])[] = [
  ['a field is dropped', drop('Name'), ({ Name: _name, ...rest }) => rest],
  [
    'a field of every element is dropped',
    drop('IPAM.Config.*.Subnet'),
    (n) => ({ ...n, IPAM: { Config: [{}, { Gateway: '10.2.0.1' }] } }),
  ],
  ['an element is dropped', drop('IPAM.Config.1'), (n) => ({ ...n, IPAM: { Config: [{ Subnet: '10.1.0.0/24' }] } })],
  ['all elements are dropped', drop('IPAM.Config.*'), (n) => ({ ...n, IPAM: { Config: [] } })],
  ['what is missing cannot be dropped', drop('IPAM.Nothing.Here'), (n) => n],
  [
    'a key with dots is one of a list',
    drop(['Options', 'com.docker.network.driver.mtu']),
    (n) => ({ ...n, Options: {} }),
  ],
  ['a field gets a value', set('Name', null), (n) => ({ ...n, Name: null })],
  ['a field is added', set('Scope', 'local'), (n) => ({ ...n, Scope: 'local' })],
  ['a value is made of the old', set('Name', (old) => `${old}!`), (n) => ({ ...n, Name: 'ec-1!' })],
  [
    'only keys that are like it',
    set('Networks.ec-*.IPAddress', ''),
    (n) => ({ ...n, Networks: { bridge: { IPAddress: '172.17.0.2' }, 'ec-1': { IPAddress: '' } } }),
  ],
  ['the whole document', set('', []), () => []],
  [
    'a field is renamed',
    rename('Networks.bridge.IPAddress', 'Address'),
    (n) => ({ ...n, Networks: { bridge: { Address: '172.17.0.2' }, 'ec-1': { IPAddress: '10.1.0.2' } } }),
  ],
  ['a text becomes a list', retype('Name'), (n) => ({ ...n, Name: ['ec-1'] })],
  [
    'an object becomes a text',
    retype('Options'),
    (n) => ({ ...n, Options: '{"com.docker.network.driver.mtu":"1500"}' }),
  ],
  [
    'an element is added',
    add('IPAM.Config', 'more'),
    (n) => ({
      ...n,
      IPAM: { Config: [{ Subnet: '10.1.0.0/24' }, { Subnet: '10.2.0.0/24', Gateway: '10.2.0.1' }, 'more'] },
    }),
  ],
  [
    'elements are doubled',
    doubled('IPAM.Config'),
    (n) => ({
      ...n,
      IPAM: {
        Config: [
          { Subnet: '10.1.0.0/24' },
          { Subnet: '10.1.0.0/24' },
          { Subnet: '10.2.0.0/24', Gateway: '10.2.0.1' },
          { Subnet: '10.2.0.0/24', Gateway: '10.2.0.1' },
        ],
      },
    }),
  ],
  [
    'elements are left out',
    without('IPAM.Config', (pool) => JSON.stringify(pool).includes('Gateway')),
    (n) => ({ ...n, IPAM: { Config: [{ Subnet: '10.1.0.0/24' }] } }),
  ],
];

test.each(CASES)('%s', (_what, change, expected) => {
  const before = JSON.stringify(NETWORK);
  expect(changed(NETWORK, [change])).toEqual(expected(NETWORK));
  expect(JSON.stringify(NETWORK)).toBe(before);
});

test('changes are made one after the other', () => {
  expect(changed({ a: 1 }, [set('b', 2), drop('a')])).toEqual({ b: 2 });
});
