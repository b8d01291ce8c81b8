/** Containers that came to a network, or left it. What was answered on the way is kept, and is for the claims to judge. */
import { fixture } from '../../helpers/claims/tools';
import { addressIn } from '../../helpers/run/subnets';
import { otherBridge } from './fixtures/other-bridge';
import { userBridge } from './fixtures/user-bridge';
import { givenSubnet } from './fixtures-subnet';

/** A container that runs on one network and was connected to two more: to one with an address, to the other with an alias. */
export const connected = fixture('container that was connected', async ({ engine, make, use }) => {
  const [home, given, other] = await Promise.all([use(userBridge), use(givenSubnet), use(otherBridge)]);
  const container = await make.container({ network: home.network.name });
  const { NetworkSettings } = await engine.inspect(container);
  const atHome = NetworkSettings?.Networks?.[home.network.name];
  const address = addressIn(given.subnet, 44);
  const alias = make.name();
  const answers = {
    withAddress: await engine.connect(given.network, container, { IPAMConfig: { IPv4Address: address } }),
    withAlias: await engine.connect(other.network, container, { Aliases: [alias] }),
    onceMore: await engine.connect(home.network, container),
  };
  return { container, home, given, other, atHome, address, alias, answers };
});

/** A container that ran on a network, was renamed and then stopped. */
export const left = fixture('container that was renamed and stopped', async ({ engine, make, use }) => {
  const { network } = await use(userBridge);
  const container = await make.container({ network: network.name });
  const name = make.name();
  const started = await engine.network(network);
  const renaming = await engine.post(`/containers/${container.id}/rename`, { query: { name } });
  const renamed = await engine.network(network);
  const stopping = await engine.stop(container);
  return { network, container, name, started, renaming, renamed, stopping };
});
