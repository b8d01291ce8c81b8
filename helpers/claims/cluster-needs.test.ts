import { someClusterFacts, someFacts } from '../fixtures/facts';
import * as needs from './needs';

const single = someFacts();
const cluster = (more: Parameters<typeof someClusterFacts>[0]) => someFacts({ cluster: someClusterFacts(more) });
const unformed = { formation: { formed: false, reason: 'host2 has no cluster store' } } as const;
const NO_REGISTRY = 'no registry is configured for the target, and it is not of the lab, which would start one';
const consul = { store: { kind: 'consul', address: '10.0.0.1:8500' } } as const;

describe('a need of a cluster', () => {
  const ofCluster = [
    needs.hosts2,
    needs.overlay,
    needs.store(),
    needs.storeCluster,
    needs.storeOutage,
    needs.commandsOnHosts,
    needs.twoSubnets,
    needs.swarmMode,
    needs.swarmManagers(),
  ];

  test.each(ofCluster.map((need) => [need.name, need] as const))('%s is absent of a single engine', (_name, need) => {
    expect(need.absent(single)).toBe('the target is a single engine, and this needs a cluster');
    expect(need.ofCluster).toBe(true);
  });

  test.each<[string, needs.Need, ReturnType<typeof cluster>, string | null]>([
    ['two hosts', needs.hosts2, cluster({ mode: 'none' }), null],
    ['overlay networks by a store', needs.overlay, cluster({}), null],
    ['overlay networks by a swarm', needs.overlay, cluster({ mode: 'swarm' }), null],
    ['overlay networks', needs.overlay, cluster({ mode: 'none' }), 'the hosts share no store and are in no swarm'],
    ['overlay networks', needs.overlay, cluster(unformed), 'the hosts form no cluster: host2 has no cluster store'],
    ['any store', needs.store(), cluster({}), null],
    ['any store', needs.store(), cluster({ store: null }), 'the hosts of the cluster share no store'],
    ['Consul, refused or not', needs.store('consul'), cluster({ ...consul, ...unformed }), null],
    ['etcd', needs.store('etcd'), cluster(consul), 'the store of the cluster is consul, not etcd'],
    ['a cluster by a store', needs.storeCluster, cluster({}), null],
    ['a cluster by a store', needs.storeCluster, cluster({ mode: 'swarm' }), 'the hosts of the cluster share no store'],
    ['an outage', needs.storeOutage, cluster({}), 'no commands can be run on host1: none'],
    ['commands', needs.commandsOnHosts, cluster({ commandsOnHosts: { usable: true } }), null],
    ['two subnets', needs.twoSubnets, cluster({}), 'all hosts of the cluster are in one subnet'],
    ['two subnets', needs.twoSubnets, cluster({ routed: [0, 1] }), null],
    ['two subnets of the lab', needs.twoSubnets, { ...cluster({}), lab: { usable: true } }, null],
    ['a swarm', needs.swarmMode, cluster({ mode: 'swarm' }), null],
    ['a swarm', needs.swarmMode, cluster({}), 'the hosts of the cluster are in no swarm of swarm mode'],
    [
      'a swarm',
      needs.swarmMode,
      cluster({ mode: 'swarm', ...unformed }),
      'the hosts form no cluster: host2 has no cluster store',
    ],
    ['a manager', needs.swarmManagers(), cluster({ swarmManagers: ['tcp://a:4000'] }), null],
    ['a manager', needs.swarmManagers(), cluster({}), 'no managers of Standalone Swarm are configured for the cluster'],
    [
      'two managers',
      needs.swarmManagers(2),
      cluster({ swarmManagers: ['tcp://a:4000'] }),
      '1 manager of Standalone Swarm is configured, and this needs 2',
    ],
    ['a registry', needs.registry, cluster({ registry: 'a:5000', registryScheme: 'https' }), null],
    ['a registry', needs.registry, cluster({}), NO_REGISTRY],
    ['a registry of the lab', needs.registry, { ...cluster({}), lab: { usable: true } }, null],
    ['one over plain HTTP', needs.insecureRegistry, cluster({ registry: 'a:5000', registryScheme: 'http' }), null],
    ['one over plain HTTP', needs.insecureRegistry, cluster({}), NO_REGISTRY],
    ['one of the lab', needs.insecureRegistry, { ...cluster({}), lab: { usable: true } }, null],
    [
      'one over plain HTTP',
      needs.insecureRegistry,
      cluster({ registry: 'a:5000', registryScheme: 'https' }),
      'the registry that is configured speaks TLS',
    ],
    [
      'one elsewhere',
      needs.insecureRegistry,
      cluster({ registry: '127.9.0.1:5000', registryScheme: 'http' }),
      'the registry that is configured is on the loopback',
    ],
  ])('for %s', (_what, need, facts, reason) => {
    expect(need.absent(facts)).toBe(reason);
  });
});

test('further hosts are for targets of the lab', () => {
  expect(needs.lab.absent(single)).toBe('the target is not of the lab');
  expect(needs.lab.absent(someFacts({ lab: { usable: true } }))).toBeNull();
});

test.each([
  [{ store: '', swarm: 'none', node: '' } as const, null],
  [{ store: 'etcd://a:1', swarm: 'none', node: '' } as const, 'the engine has a cluster store'],
  [{ store: '', swarm: 'worker', node: 'x' } as const, 'the engine is in a swarm'],
])('an engine with %j is joined to others or not', (membership, reason) => {
  expect(needs.joinedToNone.absent(someFacts({ membership }))).toBe(reason);
});
