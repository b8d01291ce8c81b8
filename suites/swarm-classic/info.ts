/** What a manager says of its cluster. */
import { claim } from '../../helpers/claims/claim';
import { swarmManagers } from '../../helpers/claims/needs';
import type { NodeStatus, Reserved } from '../../helpers/swarm/standalone-status';
import { saysOfItself, sums } from './faults';
import { anyManager, infoOf, type ManagerInfo, nodesOfHosts, REFRESH_MS } from './managers';

const FILTERS = ['health', 'port', 'containerslots', 'dependency', 'affinity', 'constraint'];

/** Of each node memory is told in four digits. */
const ROUNDING = 0.001;

/** A manager schedules on a twentieth more than a node has. Source: docker/swarm, `--cluster-opt swarm.overcommit=0.05`. */
const MOST_OVERCOMMIT = 0.05;

/** What does not agree with the sum over the nodes, as `NCPU: 4, sum 2`. */
function disagreements({ info, status: { nodes } }: ManagerInfo): string[] {
  const { Containers, ContainersRunning, ContainersPaused, ContainersStopped, NCPU, MemTotal } = info;
  const states = [ContainersRunning, ContainersPaused, ContainersStopped];
  return [
    compared('Containers', Containers, sumOf(nodes.map(({ containers }) => containers)), 0),
    compared('Containers by state', Containers, sumOf(states), 0),
    compared('NCPU', NCPU, sumOf(totals(nodes, 'cpus')), 0),
    compared('MemTotal', MemTotal, sumOf(totals(nodes, 'memory')), ROUNDING),
  ].flat();
}

function totals(nodes: readonly NodeStatus[], of: 'cpus' | 'memory'): (number | undefined)[] {
  return nodes.map((node) => node[of]?.total);
}

/** Not a number where one of them is missing. */
function sumOf(values: readonly (number | undefined)[]): number {
  return values.reduce<number>((a, b) => a + (b ?? Number.NaN), 0);
}

function compared(what: string, told: number | undefined, sum: number, tolerance: number): string[] {
  const agrees = told !== undefined && Math.abs(told - sum) <= sum * tolerance;
  return agrees ? [] : [`${what}: ${told}, sum ${sum}`];
}

/** As many as the engine says, and no more than a manager may add. */
function isOf(total: number | undefined, { total: scheduled = Number.NaN }: Partial<Reserved>): boolean {
  if (total === undefined) return false;
  return scheduled >= total * (1 - ROUNDING) && scheduled <= total * (1 + MOST_OVERCOMMIT + ROUNDING);
}

export default [
  claim({
    id: 'swarm-classic.info',
    level: 'stated',
    lines: [[463, 506]],
    statement:
      'The info of a manager names the strategy spread, the six filters, the number of nodes and the sums over them.',
    needs: [swarmManagers()],
    fault: 'a manager schedules by another strategy or without a filter, or counts otherwise than its nodes do',
    faults: [
      { what: 'it packs', plant: saysOfItself('Strategy', 'binpack'), expect: /^the strategy/ },
      { what: 'it has no filters but one', plant: saysOfItself('Filters', 'health'), expect: /^the filters/ },
      { what: 'it counts another node', plant: saysOfItself('Nodes', '9'), expect: /^the number of nodes/ },
      { what: 'it sums up no containers', plant: sums('Containers', 9_999), expect: /^what does not agree/ },
      { what: 'it sums up other memory', plant: sums('MemTotal', 1), expect: /^what does not agree/ },
      { what: 'it sums up other CPUs', plant: sums('NCPU', 9_999), expect: /^what does not agree/ },
    ],
    async body({ cluster, verify }) {
      for (const manager of cluster.swarmManagers) {
        const { info, status } = await infoOf(manager);
        verify.matches(info.ServerVersion, /^swarm\/\d/, `ServerVersion of ${manager.name}`);
        verify.equal(status.strategy, 'spread', `the strategy of ${manager.name}`);
        for (const filter of FILTERS) verify.contains(status.filters, filter, `the filters of ${manager.name}`);
        verify.equal(status.nodeCount, status.nodes.length, `the number of nodes, of those that ${manager.name} lists`);
        // Containers come and go between one line and the next.
        await verify.eventually(
          `what does not agree with the sums over the nodes of ${manager.name}`,
          async () => disagreements(await infoOf(manager)),
          (found) => found.length === 0,
          { withinMs: 10_000, expected: 'nothing' },
        );
      }
    },
  }),
  claim({
    id: 'swarm-classic.nodes-healthy',
    level: 'stated',
    lines: [[473, 493]],
    statement:
      'Every joined node is Healthy and shown with its address, containers, CPUs, memory, labels and server version.',
    needs: [swarmManagers()],
    limitMs: 90_000,
    fault: 'a node that works is shown as something else than Healthy, or with values of another node',
    faults: [
      { what: 'it is unhealthy', plant: saysOfItself('  └ Status', 'Unhealthy'), expect: /^the states of the nodes/ },
      { what: 'it has another id', plant: saysOfItself('  └ ID', 'AAAA:BBBB'), expect: /^the hosts among the nodes/ },
      { what: 'it has another version', plant: saysOfItself('  └ ServerVersion', '0.0.1'), expect: /^the version/ },
      { what: 'it has more CPUs', plant: saysOfItself('  └ Reserved CPUs', '0 / 999'), expect: /^the CPUs/ },
      { what: 'it has more memory', plant: saysOfItself('  └ Reserved Memory', '0 B / 1 PiB'), expect: /^the memory/ },
      { what: 'it has no labels', plant: saysOfItself('  └ Labels', ''), expect: /^the labels/ },
      { what: 'it has an error', plant: saysOfItself('  └ Error', 'cannot connect'), expect: /^the error/ },
      { what: 'it counts no containers', plant: saysOfItself('  └ Containers', null), expect: /^the number of cont/ },
    ],
    async body(tools) {
      const { cluster, verify } = tools;
      const manager = anyManager(tools);
      await verify.eventually(
        `the states of the nodes of ${manager.name}`,
        async () => (await infoOf(manager)).status.nodes.map(({ name, status }) => `${name} ${status}`),
        (states) => states.length >= cluster.hosts.length && states.every((state) => / Healthy$/.test(state)),
        { withinMs: REFRESH_MS, expected: `${cluster.hosts.length} or more, all Healthy` },
      );
      for (const { host, info, node } of await nodesOfHosts(tools, manager)) {
        const { hostname, port } = new URL(`tcp://${node.address}`);
        verify.equal(hostname, host.address, `the address of ${host.name}`);
        verify.matches(port, /^\d+$/, `the port of ${host.name}`);
        verify.present(node.containers, `the number of containers of ${host.name}`);
        verify.that(isOf(info.NCPU, node.cpus ?? {}), `the CPUs of ${host.name}`, info.NCPU, node.cpus);
        verify.that(isOf(info.MemTotal, node.memory ?? {}), `the memory of ${host.name}`, info.MemTotal, node.memory);
        const { kernelversion, operatingsystem, storagedriver } = node.labels;
        verify.equal(
          { kernelversion, operatingsystem, storagedriver },
          { kernelversion: info.KernelVersion, operatingsystem: info.OperatingSystem, storagedriver: info.Driver },
          `the labels of ${host.name}`,
        );
        verify.equal(node.serverVersion, info.ServerVersion, `the version of ${host.name}`);
        verify.equal(node.error ?? '(none)', '(none)', `the error of ${host.name}`);
      }
    },
  }),
];
