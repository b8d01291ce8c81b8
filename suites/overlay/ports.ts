/** The ports that the document has the firewall open, each shown by what stops without it. */
import { claim } from '../../helpers/claims/claim';
import { commandsOnHosts, overlay } from '../../helpers/claims/needs';
import { addressOf, verifyReached, verifyUnreached } from './across';
import { whileBlocked } from './blocked';
import { wholeJoined } from './fixtures/joined';

/** Hosts that lost sight of each other look again every 30 s (swarm mode: moby/networkdb, cluster.go), or at once. */
const RECOVERY_MS = 60_000;

export default [
  claim({
    id: 'overlay.ports-4789',
    level: 'stated',
    lines: [[252, 252]],
    statement:
      'With UDP 4789 blocked between the hosts, overlay traffic stops, and it flows when the port is open again.',
    needs: [overlay, commandsOnHosts],
    alone: true,
    limitMs: 90_000,
    fault: 'the traffic goes another way than by the port that firewalls are told of',
    async body(tools) {
      const { verify } = tools;
      const { network, here, there } = await wholeJoined(tools);
      const [address, neighbour] = await Promise.all([
        addressOf(verify, there, network.name),
        addressOf(verify, { ...here, container: here.neighbour }, network.name),
      ]);
      await verifyReached(verify, 'the other host with all ports open', here, address);
      await whileBlocked(tools, [{ protocol: 'udp', port: 4789 }], async () => {
        await verifyUnreached(verify, 'the other host with UDP 4789 blocked', here, address);
        await verifyReached(verify, 'the own host meanwhile', here, neighbour);
      });
      await verifyReached(verify, 'the other host with UDP 4789 open again', here, address, RECOVERY_MS);
    },
  }),
  claim({
    id: 'overlay.ports-7946',
    level: 'stated',
    lines: [[253, 254]],
    statement:
      'With port 7946 blocked for TCP and UDP, a new endpoint is not learned by the other host; with it open, it is.',
    needs: [overlay, commandsOnHosts],
    alone: true,
    limitMs: 120_000,
    fault: 'hosts tell each other of endpoints by another way than the port that firewalls are told of',
    async body(tools) {
      const { verify } = tools;
      const { network, here, there } = await wholeJoined(tools);
      const known = await addressOf(verify, there, network.name);
      await verifyReached(verify, 'a known endpoint with all ports open', here, known);
      const ports = (['tcp', 'udp'] as const).map((protocol) => ({ protocol, port: 7946 }));
      const address = await whileBlocked(tools, ports, async () => {
        const container = await there.host.make.container({ network: network.name, process: 'serve' });
        const found = await addressOf(verify, { host: there.host, container }, network.name);
        await verifyReached(verify, 'the new endpoint on its own host', there, found);
        await verifyUnreached(verify, 'the new endpoint from the other host with 7946 blocked', here, found);
        await verifyReached(verify, 'a known endpoint meanwhile', here, known);
        return found;
      });
      await verifyReached(verify, 'the new endpoint with 7946 open again', here, address, RECOVERY_MS);
    },
  }),
];
