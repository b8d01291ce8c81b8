/** A container that came to networks. What was answered on the way is kept, and is for the claims to judge. */
import { fixture } from '../../helpers/claims/tools';
import { addressIn } from '../../helpers/run/subnets';
import { otherBridge } from './fixtures/other-bridge';
import { userBridge } from './fixtures/user-bridge';
import { givenSubnet } from './fixtures-subnet';

/**
 * A container that was run on the id of one network and connected to two more: to one with an address, to the other, of which
 * 12 digits of the id were told, with an alias.
 */
export const connected = fixture('container that was connected', async ({ engine, make, use }) => {
  const [home, given, other] = await Promise.all([use(userBridge), use(givenSubnet), use(otherBridge)]);
  const container = await make.container({ network: home.network.id });
  const { NetworkSettings } = await engine.inspect(container);
  const atHome = NetworkSettings?.Networks?.[home.network.name];
  const address = addressIn(given.subnet, 44);
  const alias = make.name();
  const answers = {
    withAddress: await engine.connect(given.network, container, { IPAMConfig: { IPv4Address: address } }),
    withAlias: await engine.connect(other.network.id.slice(0, 12), container, { Aliases: [alias] }),
    onceMore: await engine.connect(home.network, container),
  };
  return { container, home, given, other, atHome, address, alias, answers };
});
