import { UsageError } from '../usage-error';
import { clusterSettings } from './config-cluster';
import { parseEndpoint } from './parse';

type Given = Parameters<typeof clusterSettings>[0];

const settings = (given: Given) => clusterSettings(given, ({ endpoint }) => parseEndpoint(endpoint));

const two: Given['hosts'] = [{ endpoint: 'tcp://192.0.2.35:2375' }, { endpoint: 'tcp://192.0.2.36:2375' }];

function refusal(given: Given): string {
  try {
    settings(given);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error('it is taken');
}

describe('a cluster of the configuration', () => {
  test('has names and addresses from its endpoints where nothing else is said', () => {
    expect(settings({ hosts: two })).toEqual({
      hosts: [
        {
          name: '192.0.2.35',
          address: '192.0.2.35',
          endpoint: { kind: 'tcp', host: '192.0.2.35', port: 2375 },
          run: { none: true },
        },
        expect.objectContaining({ name: '192.0.2.36', address: '192.0.2.36' }),
      ],
      swarmManagers: [],
    });
  });

  test.each([
    ['consul://192.0.2.35:8500', '192.0.2.35:8500'],
    ['http://192.0.2.35:8500/', '192.0.2.35:8500'],
    ['192.0.2.35:8500', '192.0.2.35:8500'],
  ])('has a store at %s', (address, plain) => {
    const { store } = settings({ hosts: two, store: { kind: 'consul', address } });
    expect(store).toEqual({ kind: 'consul', address: plain, reachedAt: plain });
  });

  test('has a store that this machine reaches elsewhere, managers and a registry', () => {
    const given: Given = {
      hosts: two,
      store: { kind: 'etcd', address: '10.0.0.1:2379', reachedAt: '127.0.0.1:7' },
      swarmManagers: ['tcp://192.0.2.35:4000'],
      registry: '192.0.2.35:5000',
    };
    expect(settings(given)).toMatchObject({
      store: { reachedAt: '127.0.0.1:7' },
      swarmManagers: [{ kind: 'tcp', host: '192.0.2.35', port: 4000 }],
      registry: '192.0.2.35:5000',
    });
  });

  test('runs commands in a container of an engine that is named, or of the default one', () => {
    const [first, second] = two;
    const hosts: Given['hosts'] = [
      { ...first, run: { container: 'n35', on: 'tcp://192.0.2.1:2375' } },
      { ...second, run: { container: 'n36' } },
    ];
    expect(settings({ hosts }).hosts.map(({ run }) => run)).toEqual([
      { container: 'n35', on: { kind: 'tcp', host: '192.0.2.1', port: 2375 } },
      { container: 'n36', on: undefined },
    ]);
  });
});

describe('what is refused of a cluster', () => {
  const [first, second] = two;

  test.each<[string, Given, RegExp]>([
    [
      'a socket without an address',
      { hosts: [{ endpoint: 'unix:///run/docker.sock' }, second] },
      /^\.hosts\[0\]\.address: is missing/,
    ],
    [
      'a host name for an address',
      { hosts: [first, { endpoint: 'tcp://n36:2375' }] },
      /^\.hosts\[1\]\.address: is missing/,
    ],
    ['one engine twice', { hosts: [first, first] }, /^\.hosts\[1\]\.endpoint: "tcp:.*" is that of hosts\[0\] already$/],
    [
      'one address twice',
      { hosts: [first, { ...second, address: '192.0.2.35' }] },
      /^\.hosts\[1\]\.address: "192.0.2.35" is that of/,
    ],
    [
      'one name twice',
      {
        hosts: [
          { ...first, name: 'a' },
          { ...second, name: 'a' },
        ],
      },
      /^\.hosts\[1\]\.name: "a" is that of hosts\[0\]/,
    ],
    [
      'two ways of commands',
      { hosts: [{ ...first, run: { ssh: 'root@a', container: 'b' } }, second] },
      /^\.hosts\[0\]\.run: takes one of ssh, container and none$/,
    ],
    [
      'an engine for no container',
      { hosts: [{ ...first, run: { ssh: 'root@a', on: 'tcp://b' } }, second] },
      /^\.hosts\[0\]\.run\.on: goes with container$/,
    ],
    ['a manager at no address', { hosts: two, swarmManagers: ['tcp://:x'] }, /^\.swarmManagers\[0\]: /],
  ])('%s', (_what, given, message) => {
    expect(refusal(given)).toMatch(message);
  });
});
