import { claim } from '../../helpers/claims/claim';
import { swarmManagers } from '../../helpers/claims/needs';
import { answers, set } from '../../helpers/faults/vocabulary';
import { ranAs } from '../network/attempt';
import { anyManager, constrainedTo, nodeOf, nodesOfHosts } from './managers';
import { runThrough } from './run-through';

export default claim({
  id: 'swarm-classic.names-carry-node',
  level: 'stated',
  lines: [[525, 532]],
  statement: 'The manager lists a container under the name of its node, a slash and its own name.',
  needs: [swarmManagers()],
  limitMs: 60_000,
  fault: 'the manager lists containers by their names alone, or under a node that does not have them',
  faults: [
    {
      what: 'it is listed by its name alone',
      plant: answers(
        'GET /containers/json',
        set('*.Names.*', (name) => String(name).replace(/^.*\//, '/')),
      ),
      expect: /^Names in the list/,
    },
    {
      what: 'it is said to be on another node',
      plant: answers('GET /containers/*/json', set('Node.Name', 'elsewhere')),
      expect: /^Node.Name/,
    },
  ],
  async body(tools) {
    const { verify } = tools;
    const manager = anyManager(tools);
    for (const { host, node } of await nodesOfHosts(tools, manager)) {
      const attempt = await runThrough(manager, { network: 'none', config: constrainedTo(node) });
      const container = ranAs(verify, attempt, `a container for ${node.name} through ${manager.name}`);
      const listed = (await manager.engine.containers({ name: [container.name] })).find(
        ({ Id }) => Id === container.id,
      );
      verify.equal(listed?.Names, [`/${node.name}/${container.name}`], 'Names in the list of the manager');
      verify.equal((await nodeOf(manager, container))?.Name, node.name, 'Node.Name in inspect through the manager');
      const own = await host.engine.inspect(container);
      verify.equal(own.Name, `/${container.name}`, `its name on ${host.name} itself`);
      const withNode = encodeURIComponent(`${node.name}/${container.name}`);
      const named = await manager.engine.get(`/containers/${withNode}/json`);
      verify.accepted(named, 'inspect by the name with the node', 200);
    }
  },
});
