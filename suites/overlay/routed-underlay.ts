import { claim } from '../../helpers/claims/claim';
import { overlay, twoSubnets } from '../../helpers/claims/needs';
import { attemptRun, ranAs } from '../network/attempt';
import { verifyPingBothWays } from './across';
import { attemptOverlay } from './overlay-network';
import { routedPair } from './routed-pair';

export default claim({
  id: 'overlay.routed-underlay',
  level: 'erratum',
  lines: [[590, 590]],
  statement: 'Containers reach each other over an overlay network also where the hosts are joined by a router.',
  documentSays: 'Over an underlay that is routed, containers on an overlay network cannot be reached.',
  needs: [overlay, twoSubnets],
  waits: true,
  limitMs: 90_000,
  fault: 'the overlay network carries nothing through a router, as the document says',
  async body(tools) {
    const { facts, verify } = tools;
    const pair = await routedPair(tools);
    const { answer, network } = await attemptOverlay(pair[0], facts);
    verify.accepted(answer, 'an overlay network', 201);
    const [one, other] = await Promise.all(
      pair.map(async (host) => {
        const attempt = await attemptRun(host, { network: network.name });
        return { host, container: ranAs(verify, attempt, `a container of ${host.name} on the overlay network`) };
      }),
    );
    const members = [verify.present(one, 'a container'), verify.present(other, 'a container')] as const;
    await verifyPingBothWays(verify, 'pings through the router', members, network.name);
  },
});
