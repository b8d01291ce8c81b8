/** A container that came to networks. What was answered on the way is kept, and is for the claims to judge. */
import { fixture } from '../../helpers/claims/tools';
import { succeeded } from '../../helpers/engine/answer';
import { addressIn } from '../../helpers/run/subnets';
import { attemptRun } from './attempt';
import { otherBridge } from './fixtures/other-bridge';
import { userBridge } from './fixtures/user-bridge';
import { givenSubnet } from './fixtures-subnet';

/**
 * A container that was run on the id of one network and connected to two more: to one with an address, to the other, of which
 * 12 digits of the id were told, with an alias.
 */
export const connected = fixture('container that was connected', async ({ engine, make, use }) => {
  const [home, given, other] = await Promise.all([use(userBridge), use(givenSubnet), use(otherBridge)]);
  const byId = await attemptRun({ engine, make }, { network: home.network.id });
  // Where that is refused, what is claimed of the networks that it is connected to can still be judged.
  const container =
    succeeded(byId.answer) && byId.container ? byId.container : await make.container({ network: home.network.name });
  const { NetworkSettings } = await engine.inspect(container);
  const atHome = NetworkSettings?.Networks?.[home.network.name];
  const address = addressIn(given.subnet, 44);
  const alias = make.name();
  const answers = {
    withAddress: await engine.connect(given.network, container, { IPAMConfig: { IPv4Address: address } }),
    withAlias: await engine.connect(other.network.id.slice(0, 12), container, { Aliases: [alias] }),
    onceMore: await engine.connect(home.network, container),
  };
  return { container, byId, home, given, other, atHome, address, alias, answers };
});
