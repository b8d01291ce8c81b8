import { claim } from '../../helpers/claims/claim';
import { swarmManagers } from '../../helpers/claims/needs';
import { answers, prints, refuses, set } from '../../helpers/faults/vocabulary';
import { httpGet, parseHttpGet } from '../../helpers/probe/commands';
import { SERVE_PORT } from '../../helpers/probe/scripts';
import { anyManager, nodesOfHosts } from './managers';
import { type Member, membersOn, verifyListed } from './members';

/** Who is on the same node, or on the others. */
function others(members: readonly Member[], { node, container }: Member, same: boolean): Member[] {
  return members.filter((each) => each.container.id !== container.id && (each.node === node) === same);
}

/** One address after the other. */
function eachItsOwn(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `192.0.2.${last}`;
  };
}

export default claim({
  id: 'swarm-classic.bridge-per-node',
  level: 'stated',
  lines: [[518, 541]],
  statement: 'On a bridge network that both nodes have, addresses occur on each of them, and the nodes are not joined.',
  needs: [swarmManagers()],
  waits: true,
  limitMs: 90_000,
  fault: 'bridge networks of one name on two nodes are one network, or the manager refuses what is there twice',
  faults: [
    {
      what: 'the manager refuses what is there twice',
      plant: refuses('POST /containers/create', 500, 'ambiguous network'),
      expect: /^a container for/,
    },
    {
      what: 'the nodes hand out addresses together',
      plant: answers('GET /containers/*/json', set('NetworkSettings.Networks.*.IPAddress', eachItsOwn())),
      expect: /^the addresses on each node/,
    },
    { what: 'a container of the other node answers', plant: prints(/wget/, () => 'other\n'), expect: /^who answers/ },
  ],
  async body(tools) {
    const { cluster, make, verify } = tools;
    const manager = anyManager(tools);
    const nodes = await nodesOfHosts(tools, manager);
    const [subnet, name] = [make.subnet(), make.name()];
    await Promise.all(cluster.hosts.map((host) => host.make.network({ subnet, config: { Name: name } })));
    await verifyListed(
      tools,
      manager,
      nodes.map(({ node }) => `${node.name}/${name}`),
    );
    const members = await membersOn(tools, manager, name, nodes);
    const [ofFirst, ...ofOthers] = nodes.map(({ node }) =>
      members
        .filter((member) => member.node === node.name)
        .map(({ address }) => address)
        .sort(),
    );
    for (const addresses of ofOthers) verify.equal(addresses, ofFirst, 'the addresses on each node');
    for (const member of members) {
      for (const neighbour of others(members, member, true)) {
        const twin = others(members, member, false).find(({ address }) => address === neighbour.address);
        verify.present(twin, `a container of another node with the address ${neighbour.address}`);
        const ask = httpGet(neighbour.address, SERVE_PORT, '/name', 1);
        await verify.eventually(
          `who answers at ${neighbour.address} on ${member.node}`,
          async () => parseHttpGet(await member.engine.exec(member.container, ask)).body.trim(),
          (answered) => answered === neighbour.hostName,
          { withinMs: 10_000, expected: `${neighbour.hostName}, and not ${twin?.hostName} of the other node` },
        );
      }
    }
  },
});
