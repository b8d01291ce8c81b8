/** Subnets that no network can have. Each is refused and leaves nothing, where the like of it that is right was accepted. */
import { claim } from '../../helpers/claims/claim';
import type { ClaimTools } from '../../helpers/claims/tools';
import type { IpamConfig } from '../../helpers/engine/responses';
import { accepts, drop, madeUpId, mishears, nth, refuses, since } from '../../helpers/faults/vocabulary';
import { addressIn } from '../../helpers/run/subnets';
import { otherBridge } from './fixtures/other-bridge';
import { wholly } from './fixtures-subnet';

export default [
  claim({
    id: 'network.subnet.gateway-outside-refused',
    level: 'implied',
    lines: [[203, 203]],
    statement: 'A gateway outside the subnet is refused.',
    fault: 'the engine makes a network whose containers can never reach their gateway',
    faults: [
      {
        what: 'the gateway is passed over',
        plant: mishears('POST /networks/create', drop('IPAM.Config.*.Gateway')),
        expect: /a network with .*: expected refused/,
      },
      {
        what: 'it is answered as done',
        plant: accepts('POST /networks/create', 201, () => ({ Id: madeUpId(), Warning: '' })),
        expect: /a network with .*: expected refused/,
      },
      {
        what: 'it is refused, and shown',
        plant: accepts('GET /networks/*', 200, {}),
        expect: /inspect of what was refused/,
      },
      {
        what: 'no gateway can be given',
        plant: since(2, refuses('POST /networks/create', 400, 'no gateway')),
        expect: /a network with everything given/,
      },
    ],
    async body(tools) {
      const [subnet, other] = [tools.make.subnet(), tools.make.subnet()];
      await verifyRefused(tools, { Subnet: subnet, Gateway: addressIn(other, 1) }, /gateway/i);
      // A gateway inside its subnet was accepted.
      await wholly(tools);
    },
  }),
  claim({
    id: 'network.subnet.malformed-refused',
    level: 'implied',
    lines: [[203, 203]],
    statement: 'What is no subnet is refused as one.',
    fault: 'the engine passes over what it cannot read and chooses a subnet by itself',
    faults: [
      {
        what: 'what cannot be read is passed over',
        plant: nth(1, mishears('POST /networks/create', drop('IPAM'))),
        expect: /a network with .*99.*: expected refused/,
      },
      {
        what: 'a word is passed over',
        plant: nth(2, mishears('POST /networks/create', drop('IPAM'))),
        expect: /a network with .*not-a-subnet.*: expected refused/,
      },
      {
        what: 'it is refused, and shown',
        plant: accepts('GET /networks/*', 200, {}),
        expect: /inspect of what was refused/,
      },
    ],
    async body(tools) {
      const subnet = tools.make.subnet();
      await verifyRefused(tools, { Subnet: `${addressIn(subnet, 0)}/99` }, /subnet|CIDR/i);
      await verifyRefused(tools, { Subnet: 'not-a-subnet' }, /subnet|CIDR/i);
      const { network } = await tools.use(otherBridge);
      const other = await tools.engine.get(`/networks/${network.id}`);
      tools.verify.accepted(other, `inspect of a network that was made with ${network.subnet}`);
    },
  }),
];

async function verifyRefused({ engine, make, verify }: ClaimTools, pool: IpamConfig, message: RegExp): Promise<void> {
  const body = make.networkBody({ config: { IPAM: { Driver: 'default', Config: [pool] } } });
  const answer = await engine.post('/networks/create', { body });
  verify.refused(answer, { status: [400, 403, 500], message }, `a network with ${JSON.stringify(pool)}`);
  const after = await engine.get(`/networks/${body.Name}`);
  verify.refused(after, { status: [404] }, 'inspect of what was refused');
}
