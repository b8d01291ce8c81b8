/** How the name of a service leads to its tasks: by a virtual address, or by round robin of their own. */
import { claim } from '../../helpers/claims/claim';
import { ipvs } from '../../helpers/claims/needs';
import type { ClaimTools } from '../../helpers/claims/tools';
import { answers, mishears, prints, set } from '../../helpers/faults/vocabulary';
import { serviceOf } from '../../helpers/swarm/calls';
import { addressOf } from '../overlay/across';
import { verifyAllAnswer, verifyResolves } from './balance';
import { joinedBy } from './fixtures/joined';
import { onAttachable } from './needs';

/** The virtual address of a service, without its prefix. */
async function virtualAddress({ cluster, verify }: ClaimTools, service: string, network: string): Promise<string> {
  const { Endpoint } = await serviceOf(cluster.manager.engine, service);
  const own = Endpoint?.VirtualIPs?.find(({ NetworkID }) => NetworkID === network);
  const address = verify.present(own?.Addr, 'the virtual address of the service on its network');
  verify.matches(address, /^\d{1,3}(\.\d{1,3}){3}\/\d+$/, 'the virtual address of the service');
  return address.replace(/\/\d+$/, '');
}

export default [
  claim({
    id: 'swarm-mode.vip-balances',
    level: 'implied',
    lines: [[684, 684]],
    statement: 'The virtual address of a service reaches every one of its replicas.',
    needs: [...onAttachable, ipvs],
    fault: 'the virtual address leads to one of the replicas only, or to none',
    faults: [{ what: 'somebody else answers', plant: prints(/wget/, () => 'somebody\n'), expect: /^who answers/ }],
    async body(tools) {
      const { network, service, members, client } = await joinedBy('vip', tools);
      const address = await virtualAddress(tools, service.id, network.id);
      await verifyAllAnswer(tools.verify, 'who answers at the virtual address', client, address, members);
    },
  }),
  claim({
    id: 'swarm-mode.vip-name',
    level: 'implied',
    lines: [[684, 684]],
    statement: 'The name of a service resolves to one virtual address, which none of its replicas has as its own.',
    needs: onAttachable,
    fault: 'the name resolves to a replica, to an address of another service, or to none',
    faults: [
      {
        what: 'the service has no virtual address',
        plant: answers('GET /services/*', set('Endpoint.VirtualIPs', null)),
        expect: /^the virtual address/,
      },
      {
        what: 'the name resolves to the replicas',
        plant: mishears('POST /services/create', set('EndpointSpec.Mode', 'dnsrr')),
        expect: /^the virtual address/,
      },
      {
        what: 'another address is told than the name resolves to',
        plant: answers('GET /services/*', set('Endpoint.VirtualIPs.*.Addr', '192.0.2.1/24')),
        expect: /^what the name/,
      },
    ],
    async body(tools) {
      const { verify } = tools;
      const { network, service, members, client } = await joinedBy('vip', tools);
      const address = await virtualAddress(tools, service.id, network.id);
      const own = await Promise.all(members.map((member) => addressOf(verify, member, network.name)));
      verify.excludes(own, address, 'the addresses of the replicas');
      await verifyResolves(verify, 'what the name of the service resolves to', client, service.name, [address]);
    },
  }),
  claim({
    id: 'swarm-mode.dnsrr-balances',
    level: 'implied',
    lines: [[684, 684]],
    statement:
      'The name of a service without a virtual address resolves to all of its replicas, and reaches each of them.',
    needs: onAttachable,
    fault: 'the name resolves to some of the replicas only, or always in the same order',
    faults: [
      {
        what: 'the name resolves to a virtual address',
        plant: mishears('POST /services/create', set('EndpointSpec.Mode', 'vip')),
        expect: /^what the name/,
      },
      { what: 'one answers always', plant: prints(/wget/, () => 'one\n'), expect: /^who answers/ },
    ],
    async body(tools) {
      const { verify } = tools;
      const { network, service, members, client } = await joinedBy('dnsrr', tools);
      const own = await Promise.all(members.map((member) => addressOf(verify, member, network.name)));
      await verifyResolves(verify, 'what the name of the service resolves to', client, service.name, own);
      await verifyAllAnswer(verify, 'who answers at the name of the service', client, service.name, members);
    },
  }),
];
