/** Subnets that no network can have. Each is refused, leaves nothing, and is accepted once it is put right. */
import { claim } from '../../helpers/claims/claim';
import type { ClaimTools } from '../../helpers/claims/tools';
import type { IpamConfig } from '../../helpers/engine/responses';
import { addressIn } from '../../helpers/run/subnets';

const PODMAN = { vendor: 'podman', engine: '>=4.3.1', reference: 'measured on 4.3.1, 5.4.2 and 5.8.6' } as const;

export default [
  claim({
    id: 'network.subnet.overlapping-pools-refused',
    level: 'implied',
    lines: [
      [203, 203],
      [652, 654],
    ],
    statement: 'A network with two subnets that overlap each other is refused.',
    changes: [{ ...PODMAN, why: 'It takes two subnets that overlap within one network.' }],
    fault: 'the engine gives one network the same addresses twice',
    async body(tools) {
      const subnet = tools.make.subnet();
      await refuses(tools, [{ Subnet: subnet }, { Subnet: `${addressIn(subnet, 0)}/25` }], [403, 500, 400]);
      await accepts(tools, [{ Subnet: `${addressIn(subnet, 128)}/25` }]);
    },
  }),
  claim({
    id: 'network.subnet.gateway-outside-refused',
    level: 'implied',
    lines: [[203, 203]],
    statement: 'A gateway outside the subnet is refused.',
    fault: 'the engine makes a network whose containers can never reach their gateway',
    async body(tools) {
      const [subnet, other] = [tools.make.subnet(), tools.make.subnet()];
      await refuses(tools, [{ Subnet: subnet, Gateway: addressIn(other, 1) }], [400, 403, 500]);
      await accepts(tools, [{ Subnet: subnet, Gateway: addressIn(subnet, 1) }]);
    },
  }),
  claim({
    id: 'network.subnet.malformed-refused',
    level: 'implied',
    lines: [[203, 203]],
    statement: 'What is no subnet is refused as one.',
    fault: 'the engine passes over what it cannot read and chooses a subnet by itself',
    async body(tools) {
      const subnet = tools.make.subnet();
      await refuses(tools, [{ Subnet: `${addressIn(subnet, 0)}/99` }], [400, 403, 500]);
      await refuses(tools, [{ Subnet: 'not-a-subnet' }], [400, 403, 500]);
      await accepts(tools, [{ Subnet: subnet }]);
    },
  }),
];

async function refuses({ engine, make, verify }: ClaimTools, pools: IpamConfig[], status: number[]): Promise<void> {
  const body = make.networkBody({ config: { IPAM: { Driver: 'default', Config: pools } } });
  const answer = await engine.post('/networks/create', { body });
  verify.refused(answer, { status }, `a network with ${JSON.stringify(pools)}`);
  const after = await engine.get(`/networks/${body.Name}`);
  verify.refused(after, { status: [404] }, 'inspect of what was refused');
}

async function accepts({ engine, make, verify }: ClaimTools, pools: IpamConfig[]): Promise<void> {
  const body = make.networkBody({ config: { IPAM: { Driver: 'default', Config: pools } } });
  verify.accepted(await engine.post('/networks/create', { body }), `a network with ${JSON.stringify(pools)}`, 201);
}
