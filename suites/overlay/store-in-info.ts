import { claim } from '../../helpers/claims/claim';
import { storeCluster } from '../../helpers/claims/needs';
import { answers, drop, set } from '../../helpers/faults/vocabulary';

const SCHEMES = { consul: 'consul', etcd: 'etcd', zookeeper: 'zk' } as const;

export default claim({
  id: 'overlay.store.in-info',
  level: 'stated',
  lines: [[226, 246]],
  statement: 'The info of each engine names the cluster store and the address that it advertises there.',
  needs: [storeCluster],
  fault: 'the engine leaves out store or address, or advertises that of another host',
  faults: [
    { what: 'the store is left out', plant: answers('GET /info', drop('ClusterStore')), expect: /ClusterStore of/ },
    {
      what: 'another address is advertised',
      plant: answers('GET /info', set('ClusterAdvertise', '192.0.2.1:2375')),
      expect: /the address in ClusterAdvertise/,
    },
  ],
  async body({ cluster, verify }) {
    const kind = verify.present(cluster.store, 'the store of the cluster').kind;
    for (const { name, engine, address } of cluster.hosts) {
      const { ClusterStore, ClusterAdvertise } = await engine.info();
      verify.matches(ClusterStore, new RegExp(`^${SCHEMES[kind]}://.+:\\d+`), `ClusterStore of ${name}`);
      verify.matches(ClusterAdvertise, /^.+:\d+$/, `ClusterAdvertise of ${name}`);
      verify.equal(ClusterAdvertise?.replace(/:\d+$/, ''), address, `the address in ClusterAdvertise of ${name}`);
    }
  },
});
