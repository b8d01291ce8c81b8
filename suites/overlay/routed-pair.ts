/** Two hosts of a cluster with a real router between them: those of the target, or such as the lab starts. */
import type { LabTools, Place } from '../../helpers/claims/cluster';
import type { ClaimTools } from '../../helpers/claims/tools';
import { STORE_PORTS, STORE_RECIPES, storeFlags } from '../../helpers/cluster/lab-stores';
import { tryOverlay } from '../../helpers/cluster/store-trial';
import { formSwarm } from '../../helpers/cluster/swarm-mode';
import type { LabHost, LabNetwork } from '../../helpers/lab/lab-host';
import { isPackageRecipe, type Recipe } from '../../helpers/lab/recipe';

/** The first makes overlay networks for both. */
export type RoutedPair = readonly [Place, Place];

/** The pair of the target where it has one, else a cluster of its own: the same engines, joined in the same way. */
export async function routedPair(tools: ClaimTools): Promise<RoutedPair> {
  const { cluster, facts } = tools;
  const [first, second] = (facts.cluster?.routed ?? []).map((index) => cluster.hosts[index]);
  if (first === undefined || second === undefined) return startedPair(tools);
  return second === cluster.manager ? [second, first] : [first, second];
}

async function startedPair({ lab, cluster, make, verify, signal }: ClaimTools): Promise<RoutedPair> {
  const { recipe } = lab;
  const kind = cluster.store?.kind;
  const far = await lab.network();
  const [router, store] = await Promise.all([
    lab.startHost({ recipe }),
    kind && lab.startHost({ recipe: STORE_RECIPES[kind] }),
  ]);
  const beyond = await router.connect(far);
  const flags =
    store === undefined || kind === undefined ? [] : storeFlags(kind, `${store.address}:${STORE_PORTS[kind]}`);
  await forward(lab, router, store);
  const [one, other] = await Promise.all([
    startBehind(lab, flags, 'near', { to: far.subnet, via: router.address }),
    startBehind(lab, flags, 'far', { to: router.network.subnet, via: beyond }, far),
  ]);
  await assertRouted(lab, one, other.address);
  const pair: RoutedPair = [await lab.place(one, 'near'), await lab.place(other, 'far')];
  const formation =
    kind === undefined
      ? await formSwarm(pair, [one.address, other.address], signal)
      : await tryOverlay(pair, make.subnet(), signal);
  verify.that(formation.formed, 'the cluster of two hosts with a router between', 'formed', formation);
  return pair;
}

/** A way through the router. */
interface Way {
  readonly to: string;
  readonly via: string;
}

/** An engine that has its way through the router before it looks for its store; one of somebody else's image, after. */
async function startBehind(
  lab: LabTools,
  flags: readonly string[],
  name: string,
  { to, via }: Way,
  network?: LabNetwork,
): Promise<LabHost> {
  const { recipe } = lab;
  const add = ['ip', 'route', 'add', to, 'via', via];
  const routed: Recipe = isPackageRecipe(recipe)
    ? { ...recipe, command: (more) => ['sh', '-c', `${add.join(' ')} && exec "$@"`, 'sh', ...recipe.command(more)] }
    : recipe;
  const host = await lab.startHost({ recipe: routed, flags, ...(network === undefined ? {} : { network }) });
  if (routed === recipe) await must(lab, host, name, add);
  return host;
}

/** The store's host is told of no route: to it the router speaks in its own name. */
async function forward(lab: LabTools, router: LabHost, store: LabHost | undefined): Promise<void> {
  await must(lab, router, 'router', ['iptables', '-P', 'FORWARD', 'ACCEPT']);
  if (store === undefined) return;
  const masquerade = ['POSTROUTING', '-d', store.address, '-j', 'MASQUERADE'];
  await must(lab, router, 'router', ['iptables', '-t', 'nat', '-A', ...masquerade]);
}

/** A packet that may make one hop gets nowhere, one that may make more arrives. */
async function assertRouted(lab: LabTools, from: LabHost, address: string): Promise<void> {
  await must(lab, from, 'near', ['ping', '-c', '1', '-W', '2', address]);
  const { exitCode } = await lab.run(from, 'near', ['ping', '-c', '1', '-W', '2', '-t', '1', address]);
  if (exitCode === 0) throw new Error(`no router is between the hosts: ${address} is one hop away`);
}

async function must(lab: LabTools, host: LabHost, name: string, command: readonly string[]): Promise<void> {
  const { exitCode, stdout, stderr } = await lab.run(host, name, command);
  if (exitCode !== 0) throw new Error(`${command.join(' ')} on the ${name} host: ${stderr.trim() || stdout.trim()}`);
}
