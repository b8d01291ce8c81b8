/** Starts a cluster of the lab: its store, its hosts, and what joins them. */
import { troubleIn } from '../bootstrap/daemon';
import type { LabEngine } from '../lab/engine-name';
import { LabHostFailure } from '../lab/host-failure';
import type { OpenLab } from '../lab/lab';
import type { LabHost, LabNetwork } from '../lab/lab-host';
import { recipeOf, startEngine } from '../lab/start-engine';
import { addressIn, SubnetPool } from '../run/subnets';
import type { Cluster, ClusterHost, ClusterStore, Formation, StoreKind } from '../target/cluster';
import type { Target } from '../target/target';
import { reachedAt, STORE_PORTS, STORE_RECIPES, storeFlags } from './lab-stores';
import type { LabCluster } from './name';
import { withEngines } from './service-engine';
import { tryOverlay } from './store-trial';
import { formSwarm } from './swarm-mode';

/** The store keeps its address when it is stopped and started; hosts get theirs from the beginning of the subnet. */
const STORE_NUMBER = 200;

interface Started {
  readonly hosts: readonly LabHost[];
  readonly formation: Formation;
  readonly store?: ClusterStore;
}

/**
 * Starts a cluster. Where the engines refuse to be joined as was asked, or die of it, that is what is to be judged: the hosts
 * are started without, and the formation says why, with what the engine wrote.
 *
 * @returns the target, without its id and source
 * @throws UsageError where a host cannot be had or does not come up for another reason
 */
export async function startCluster(
  lab: OpenLab,
  { engines, joint }: LabCluster,
  signal: AbortSignal,
): Promise<Pick<Target, 'endpoint' | 'own' | 'startedBy' | 'cluster'>> {
  const network = await lab.network();
  const { hosts, formation, store } =
    joint === 'swarm'
      ? await swarmOf(lab, engines, network, signal)
      : await sharing(lab, engines, joint, network, signal);
  const [first, second, ...others] = hosts.map(clusterHost);
  const [engine] = engines;
  if (first === undefined || second === undefined || engine === undefined) throw new TypeError('a cluster of one host');
  const cluster: Cluster = {
    hosts: [first, second, ...others],
    swarmManagers: [],
    joint: joint === 'swarm' ? 'swarm' : 'store',
    formation,
    ...(store === undefined ? {} : { store }),
  };
  return { endpoint: first.endpoint, own: true, startedBy: { lab, recipe: recipeOf(engine), network }, cluster };
}

async function swarmOf(
  lab: OpenLab,
  engines: readonly LabEngine[],
  network: LabNetwork,
  signal: AbortSignal,
): Promise<Started> {
  const hosts = await startAll(lab, engines, network, []);
  const addresses = hosts.map(({ address }) => address);
  const formation = await withEngines(hosts.map(named), signal, (opened) => formSwarm(opened, addresses, signal));
  return { hosts, formation };
}

async function sharing(
  lab: OpenLab,
  engines: readonly LabEngine[],
  kind: StoreKind,
  network: LabNetwork,
  signal: AbortSignal,
): Promise<Started> {
  const recipe = STORE_RECIPES[kind];
  // Images are built at the same time, where they are not there yet.
  const images = Promise.all(engines.map((engine) => lab.images.ensure(recipeOf(engine))));
  images.catch(() => {});
  const address = addressIn(network.subnet, STORE_NUMBER);
  const host = await lab.startHost({ recipe, network, address });
  await images;
  const store: ClusterStore = {
    kind,
    address: `${host.address}:${STORE_PORTS[kind]}`,
    reachedAt: reachedAt(kind, host),
    control: { stop: () => host.stop(), start: () => host.start() },
  };
  const joined = await joinedBy(lab, engines, store, network, signal);
  if (joined.formation.formed) return { ...joined, store };
  const hosts = await startAll(lab, engines, network, []);
  return { hosts, formation: joined.formation, store };
}

async function joinedBy(
  lab: OpenLab,
  engines: readonly LabEngine[],
  { kind, address }: ClusterStore,
  network: LabNetwork,
  signal: AbortSignal,
): Promise<Started> {
  try {
    const hosts = await startAll(lab, engines, network, storeFlags(kind, address));
    const subnet = new SubnetPool([network.subnet]).next();
    const formation = await withEngines(hosts.map(named), signal, (opened) => tryOverlay(opened, subnet, signal));
    if (formation.formed) return { hosts, formation };
    const log = (await Promise.all(hosts.map((host) => host.logs()))).map(endOf).join('\n');
    await Promise.all(hosts.map((host) => host.dispose()));
    return { hosts: [], formation: { formed: false, reason: `${formation.reason}: ${causeIn(log)}`, log } };
  } catch (error) {
    if (!(error instanceof LabHostFailure) || error.how !== 'ended') throw error;
    const reason = `an engine that is to share ${kind} ends at once: ${troubleIn(error.log)}`;
    return { hosts: [], formation: { formed: false, reason, log: endOf(error.log) } };
  }
}

/** The hosts at the same time. Where one of them fails those that came up are removed, and its failure is thrown. */
async function startAll(
  lab: OpenLab,
  engines: readonly LabEngine[],
  network: LabNetwork,
  flags: readonly string[],
): Promise<LabHost[]> {
  const ends = await Promise.allSettled(engines.map((engine) => startEngine(lab, engine, { network, flags })));
  const hosts = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed === undefined) return hosts;
  await Promise.all(hosts.map((host) => host.dispose()));
  throw failed.reason;
}

/** Its name is the same in every run, so that reports can be compared. */
function clusterHost(host: LabHost, index: number): ClusterHost {
  const { endpoint, address } = host;
  return {
    name: `host${index + 1}`,
    endpoint,
    address,
    commands: { run: (command, options) => host.run(command, options) },
  };
}

function named({ endpoint }: LabHost, index: number) {
  return { name: `host${index + 1}`, endpoint };
}

function causeIn(log: string): string {
  const panic = /(?:^panic: |^fatal error: |panic serving [^:]+:\d+: )(.{0,200})/m.exec(log)?.[1];
  return panic === undefined ? troubleIn(log) : `it panics: ${panic}`;
}

/** Characters of a log that are kept as evidence: an engine that panics says why, and then shows its stacks. */
const LOG_LIMIT = 16_000;

function endOf(log: string): string {
  const died = log.search(/^panic:|^fatal error:|panic serving/m);
  return died < 0 ? log.slice(-LOG_LIMIT) : log.slice(Math.max(0, died - LOG_LIMIT / 2), died + LOG_LIMIT / 2);
}
