import { claim } from '../../helpers/claims/claim';
import { answers, prints, refuses, set } from '../../helpers/faults/vocabulary';
import { pingLost } from '../network/faults';
import { verifyPingBothWays } from '../overlay/across';
import { joinedBy } from './fixtures/joined';
import { onAttachable } from './needs';

export default claim({
  id: 'swarm-mode.overlay-cross-host',
  level: 'implied',
  lines: [[684, 684]],
  statement: 'An overlay network of a swarm needs no store and joins the tasks of a service on different hosts.',
  needs: onAttachable,
  fault: 'the network needs a store, or ends at its host',
  faults: [
    {
      what: 'an overlay network is refused for want of a store',
      plant: refuses('POST /networks/create', 500, 'no store'),
      expect: /^an overlay network/,
    },
    {
      what: 'an engine has a store all the same',
      plant: answers('GET /info', set('ClusterStore', 'etcd://10.0.0.7:2379')),
      expect: /^ClusterStore/,
    },
    { what: 'the network ends at its host', plant: prints(/ping/, pingLost), expect: /^pings between tasks/ },
  ],
  async body(tools) {
    const { verify } = tools;
    const { network, members } = await joinedBy('dnsrr', tools);
    const [one, other] = members;
    const pair = [verify.present(one, 'a task'), verify.present(other, 'a second task')] as const;
    verify.differs(pair[0].host.name, pair[1].host.name, 'the hosts of the two tasks');
    for (const { host } of pair) {
      const { ClusterStore } = await host.engine.info();
      verify.absent(ClusterStore, `ClusterStore of ${host.name}`);
    }
    await verifyPingBothWays(verify, 'pings between tasks on two hosts', pair, network.name);
  },
});
