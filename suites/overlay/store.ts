/** The three stores that the document names. */
import { claim } from '../../helpers/claims/claim';
import { store } from '../../helpers/claims/needs';
import type { ClaimTools } from '../../helpers/claims/tools';
import { attemptRun, ranAs } from '../network/attempt';
import { verifyPingBothWays } from './across';
import { NO_ADDRESS, PINGS_LOST } from './faults';
import { overlayNetwork } from './overlay-network';
import { storeOptionsRemoved, withoutConsul, zooKeeperPanics } from './store-changes';
import { verifyFormed } from './store-formed';

const FAULT = 'the engine refuses to start with the store, dies of it, or makes networks that join nobody';

/** A cluster over the store works, from the making of an overlay network to its removal. */
async function verifyStore(tools: ClaimTools): Promise<void> {
  verifyFormed(tools);
  const { cluster, verify } = tools;
  const [here, there] = cluster.pair;
  const network = await overlayNetwork(tools);
  const [one, other] = await Promise.all(
    [here, there].map(async (host) => {
      const attempt = await attemptRun(host, { network: network.name });
      return { host, container: ranAs(verify, attempt, `a container of ${host.name} on the overlay network`) };
    }),
  );
  const pair = [verify.present(one, 'a container'), verify.present(other, 'a container')] as const;
  await verifyPingBothWays(verify, 'pings between the hosts', pair, network.name);
  for (const { host, container } of pair) {
    verify.accepted(await host.engine.remove(container, { force: 1 }), `the removal of the container of ${host.name}`);
  }
  await verify.eventually(
    'the removal of the network',
    () => here.engine.delete(`/networks/${network.id}`),
    ({ status }) => status === 204 || status === 404,
    { withinMs: 10_000, expected: '204' },
  );
}

export default [
  claim({
    id: 'overlay.store.consul',
    level: 'stated',
    lines: [
      [215, 215],
      [226, 235],
    ],
    statement: 'Engines that share a Consul store form a cluster in which overlay networks work.',
    needs: [store('consul')],
    changes: [withoutConsul, storeOptionsRemoved],
    fault: FAULT,
    body: verifyStore,
  }),
  claim({
    id: 'overlay.store.etcd',
    level: 'stated',
    lines: [[215, 215]],
    statement: 'Engines that share an etcd store form a cluster in which overlay networks work.',
    needs: [store('etcd')],
    changes: [storeOptionsRemoved],
    fault: FAULT,
    faults: [PINGS_LOST, NO_ADDRESS],
    body: verifyStore,
  }),
  claim({
    id: 'overlay.store.zookeeper',
    level: 'stated',
    lines: [[215, 215]],
    statement: 'Engines that share a ZooKeeper store form a cluster in which overlay networks work.',
    needs: [store('zookeeper')],
    changes: [zooKeeperPanics, storeOptionsRemoved],
    fault: FAULT,
    body: verifyStore,
  }),
];
