import { claim } from '../../helpers/claims/claim';
import { storeCluster, storeOutage } from '../../helpers/claims/needs';
import { succeeded } from '../../helpers/engine/answer';
import { attemptRun, ranAs } from '../network/attempt';
import { verifyPingBothWays } from './across';
import { wholeJoined } from './fixtures/joined';
import { attemptOverlay, overlayOptions } from './overlay-network';

/** A connection to a host that is gone is given up after some seconds, and then tried at the next member of the store. */
const REFUSAL_MS = 45_000;
const RECOVERY_MS = 30_000;

export default claim({
  id: 'overlay.store-outage',
  level: 'implied',
  lines: [[236, 236]],
  statement:
    'While the store is down running containers keep talking and creating fails with an error; when it is back all works.',
  needs: [storeCluster, storeOutage],
  alone: true,
  limitMs: 150_000,
  fault:
    'containers lose each other with the store, a network is made that nobody hears of, or the engine never recovers',
  async body(tools) {
    const { cluster, facts, verify } = tools;
    const { network, here, there } = await wholeJoined(tools);
    const { engine, make } = cluster.manager;
    await verifyPingBothWays(verify, 'pings before the outage', [here, there], network.name);
    const store = verify.present(cluster.store, 'the store of the cluster');
    await store.during(async () => {
      await verifyPingBothWays(verify, 'pings with the store down', [here, there], network.name);
      const body = make.networkBody(overlayOptions(facts));
      const refused = await engine.post('/networks/create', { body, limitMs: REFUSAL_MS });
      verify.refused(refused, { status: [400, 404, 500, 503] }, 'an overlay network with the store down');
      await verifyPingBothWays(verify, 'pings after the refusal', [here, there], network.name);
    });
    const { value } = await verify.eventually(
      'an overlay network with the store back',
      () => attemptOverlay(cluster.manager, facts),
      ({ answer }) => succeeded(answer),
      { withinMs: RECOVERY_MS, expected: 'accepted' },
    );
    const [one, other] = await Promise.all(
      cluster.pair.map(async (host) => {
        const { value: ran } = await verify.eventually(
          `a container of ${host.name} on it`,
          () => attemptRun(host, { network: value.network.name }),
          ({ answer }) => succeeded(answer),
          { withinMs: RECOVERY_MS, expected: 'accepted' },
        );
        return { host, container: ranAs(verify, ran, `a container of ${host.name} on it`) };
      }),
    );
    const pair = [verify.present(one, 'a container'), verify.present(other, 'a container')] as const;
    await verifyPingBothWays(verify, 'pings on it between the hosts', pair, value.network.name);
  },
});
