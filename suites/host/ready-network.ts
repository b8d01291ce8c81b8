/** What a new host must let engines do with packets. */
import { claim } from '../../helpers/claims/claim';
import { inKernel } from '../../helpers/claims/needs';
import { logs } from '../../helpers/faults/vocabulary';
import { sight } from './fixtures/sight';

export default [
  claim({
    id: 'host.ready.ipv4-forwarding',
    level: 'implied',
    lines: [
      [309, 309],
      [599, 599],
    ],
    statement:
      'The host forwards IPv4: without it containers reach nothing beyond their bridge, nor does anybody them.',
    fault:
      'forwarding was turned off behind the engine, as by a hardening script or a sysctl file that is read at boot',
    faults: [
      {
        what: 'forwarding is off',
        plant: logs((said) => said.replace(/^forwarding 1$/m, 'forwarding 0')),
        expect: /net\.ipv4\.ip_forward/,
      },
    ],
    async body({ use, verify }) {
      const { said } = await use(sight);
      verify.equal(said('forwarding'), '1', "net.ipv4.ip_forward on the host's network");
    },
  }),
  claim({
    id: 'host.ready.bridge-netfilter',
    level: 'implied',
    lines: [[92, 93]],
    statement: 'Where the kernel has br_netfilter, what passes a bridge passes the packet filter of the host.',
    needs: [inKernel('br_netfilter')],
    fault: "the setting is off, and the engine's rules between containers of one bridge have no effect",
    faults: [
      {
        what: 'the setting is off',
        plant: logs((said) => said.replace(/^bridge-filter 1$/m, 'bridge-filter 0')),
        expect: /bridge-nf-call-iptables/,
      },
    ],
    async body({ use, verify }) {
      const { said } = await use(sight);
      verify.equal(said('bridge-filter'), '1', "net.bridge.bridge-nf-call-iptables on the host's network");
    },
  }),
];
