/** A static address over the life of its container. */
import { claim } from '../../helpers/claims/claim';
import type { ContainerRef, NetworkRef } from '../../helpers/claims/maker';
import type { ClaimTools } from '../../helpers/claims/tools';
import { addressIn } from '../../helpers/run/subnets';
import { attemptRun, ranAs } from './attempt';
import { endpointOf } from './endpoint';
import { givenSubnet, wholly } from './fixtures-subnet';

export default [
  claim({
    id: 'network.static-ip.survives-restart',
    level: 'implied',
    lines: [[207, 207]],
    statement: 'A container has its static address again when it is started after a stop.',
    fault: 'the engine hands out the next free address at the second start',
    async body(tools) {
      const { network, subnet } = await tools.use(givenSubnet);
      const address = addressIn(subnet, 33);
      const container = await runAt(tools, network, address);
      tools.verify.accepted(await tools.engine.stop(container), 'stop');
      tools.verify.accepted(await tools.engine.start(container), 'start after the stop', 204);
      await hasAddress(tools, container, network, address);
    },
  }),
  claim({
    id: 'network.static-ip.survives-restart-outside-ip-range',
    level: 'implied',
    lines: [[207, 207]],
    statement: 'A static address outside the range of its network is kept over a restart.',
    fault: 'the engine falls back to the range when the container starts again',
    async body(tools) {
      const { network, pool } = await wholly(tools);
      const address = addressIn(pool.Subnet, 33);
      const container = await runAt(tools, network, address);
      const restart = await tools.engine.post(`/containers/${container.id}/restart`, { query: { t: 5 } });
      tools.verify.accepted(restart, 'restart', 204);
      await hasAddress(tools, container, network, address);
    },
  }),
  claim({
    id: 'network.static-ip.outside-ip-range',
    level: 'implied',
    lines: [[207, 207]],
    statement: 'A static address may be any free one of the subnet, also outside the range that is handed out.',
    fault: 'the engine refuses the address, or takes one of the range instead',
    async body(tools) {
      const { network, outsider, outsideRange } = await wholly(tools);
      const container = ranAs(tools.verify, outsider, 'run with a static address outside the range');
      await hasAddress(tools, container, network, outsideRange);
    },
  }),
];

async function runAt(tools: ClaimTools, network: NetworkRef, address: string): Promise<ContainerRef> {
  const endpoint = { IPAMConfig: { IPv4Address: address } };
  const attempt = await attemptRun(tools, { network: network.name, endpoint });
  return ranAs(tools.verify, attempt, 'run with a static address');
}

async function hasAddress(tools: ClaimTools, container: ContainerRef, network: NetworkRef, address: string) {
  const { IPAddress } = await endpointOf(tools, container, network.name);
  tools.verify.equal(IPAddress, address, 'IPAddress');
  const { stdout } = await tools.engine.exec(container, ['ip', 'addr']);
  tools.verify.contains(stdout, ` ${address}/`, 'the addresses inside the container');
}
