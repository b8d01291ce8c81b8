import { claim } from '../../helpers/claims/claim';
import type { Place } from '../../helpers/claims/cluster';
import { swarmManagers } from '../../helpers/claims/needs';
import type { ClaimTools } from '../../helpers/claims/tools';
import { attemptRun, ranAs } from '../network/attempt';
import { anyManager, infoOf, nodeOf } from './managers';

/** As many as the document runs. */
const CONTAINERS = 6;

/** How many containers a manager counts on each of its nodes, its own and others'. */
async function countsAt(manager: Place): Promise<ReadonlyMap<string, number>> {
  const { status } = await infoOf(manager);
  return new Map(status.nodes.map(({ name, containers }) => [name, containers ?? Number.NaN]));
}

/** Runs the containers one after the other. Returns the names of the nodes that they came to. */
async function nodesThatGotThem({ verify }: ClaimTools, manager: Place): Promise<string[]> {
  const nodes: string[] = [];
  for (let number = 1; number <= CONTAINERS; number += 1) {
    // With a limit on memory a manager goes by what is reserved of it: scheduler/strategy/weighted_node.go.
    const attempt = await attemptRun(manager, { network: 'none', hostConfig: { Memory: 0 } });
    const container = ranAs(verify, attempt, `container ${number} through ${manager.name}`);
    const { Name } = verify.present(await nodeOf(manager, container), `Node of container ${number}`) ?? {};
    nodes.push(verify.present(Name, `Node.Name of container ${number}`));
  }
  return nodes;
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
  fault: 'the manager fills one node before it turns to the other, or chooses by chance',
  async body(tools) {
    const { verify } = tools;
    const manager = anyManager(tools);
    const before = await countsAt(manager);
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
