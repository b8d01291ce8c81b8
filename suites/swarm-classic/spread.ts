import { claim } from '../../helpers/claims/claim';
import type { Place } from '../../helpers/claims/cluster';
import { swarmManagers } from '../../helpers/claims/needs';
import type { ClaimTools } from '../../helpers/claims/tools';
import { answers, drop, type Json, set } from '../../helpers/faults/vocabulary';
import { ranAs } from '../network/attempt';
import { anyManager, constrainedToHosts, nodeOf, nodesOfHosts } from './managers';
import { runThrough } from './run-through';

/** As many as the document runs. */
const CONTAINERS = 6;

/** How many containers a manager counts on each of the hosts, this run's and others'. */
async function countsAt(tools: ClaimTools, manager: Place): Promise<ReadonlyMap<string, number>> {
  const nodes = await nodesOfHosts(tools, manager);
  return new Map(nodes.map(({ node }) => [node.name, node.containers ?? Number.NaN]));
}

/** Runs the containers one after the other. Returns the names of the nodes that they came to. */
async function nodesThatGotThem(tools: ClaimTools, manager: Place): Promise<string[]> {
  const { verify } = tools;
  const config = await constrainedToHosts(tools, manager);
  const nodes: string[] = [];
  for (let number = 1; number <= CONTAINERS; number += 1) {
    // With a limit on memory a manager goes by what is reserved of it: scheduler/strategy/weighted_node.go.
    const attempt = await runThrough(manager, { network: 'none', config, hostConfig: { Memory: 0 } });
    const container = ranAs(verify, attempt, `container ${number} through ${manager.name}`);
    const { Name } = verify.present(await nodeOf(manager, container), `Node of container ${number}`) ?? {};
    nodes.push(verify.present(Name, `Node.Name of container ${number}`));
  }
  return nodes;
}

/** Whatever comes, what came first. */
function allTheFirst(): (value: Json | undefined) => Json {
  let first: Json | undefined;
  return (value = null) => {
    first ??= value;
    return first;
  };
}

export default claim({
  id: 'swarm-classic.spread',
  level: 'stated',
  lines: [
    [523, 532],
    [547, 556],
  ],
  statement: 'Six containers run through the manager are spread: each comes to a node that has the fewest.',
  needs: [swarmManagers()],
  waits: true,
  alone: true,
  limitMs: 60_000,
  fault: 'the manager fills one node before it turns to the other, or chooses by chance',
  faults: [
    {
      what: 'all come to one node',
      plant: answers('GET /containers/*/json', set('Node.Name', allTheFirst())),
      expect: /^the containers on/,
    },
    {
      what: 'it is not told to which node one came',
      plant: answers('GET /containers/*/json', drop('Node')),
      expect: /^Node of container/,
    },
  ],
  async body(tools) {
    const { verify } = tools;
    const manager = anyManager(tools);
    const before = await countsAt(tools, manager);
    const got = await nodesThatGotThem(tools, manager);
    const after = new Map(
      [...before].map(([name, count]) => [name, count + got.filter((each) => each === name).length]),
    );
    const fewest = Math.min(...after.values());
    for (const name of new Set(got)) {
      const count = verify.present(after.get(name), `${name} among the nodes`);
      verify.that(
        count <= fewest + 1,
        `the containers on ${name}`,
        `${fewest} or ${fewest + 1}`,
        Object.fromEntries(after),
      );
    }
  },
});
