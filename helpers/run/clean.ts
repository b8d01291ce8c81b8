/** Removes what runs left that ended without cleaning up: killed, or cut off from the engine. */
import { rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { errorMessage, succeeded } from '../engine/answer';
import { Engine } from '../engine/engine';
import { Transcript } from '../engine/transcript';
import { isLabEndpoint } from '../lab/marks';
import { placesForRoots } from '../lab/root';
import { sweepLab } from '../lab/sweep';
import { REPOSITORY } from '../probe/repository';
import { endpointUrl } from '../target/endpoint-url';
import { Belongings } from './belongings';
import { NAME_PREFIX } from './identity';
import { type LedgerContent, readLedgers } from './ledger';
import type { ReachedTarget } from './reach-target';
import { startsSettled } from './starts-settled';
import { type Found, findMarked } from './sweep';

export interface Cleaning {
  /** What was removed, and what would not go, a line each. */
  readonly removed: readonly string[];
  readonly left: readonly string[];
  /** Ids of runs of this machine that go on; theirs was left alone. */
  readonly alive: readonly string[];
  /** Hosts of the lab that `lab up` started; they were left alone. */
  readonly standing: number;
}

/** One host of what is cleaned. */
interface HostToClean {
  readonly engine: Engine;
  readonly url: string;
  readonly found: readonly Found[];
}

/** Cleans one target with all its hosts, and this machine of the directories of its runs. */
export async function clean(reached: ReachedTarget): Promise<Cleaning> {
  const { signal } = new AbortController();
  try {
    // All ledgers, whatever their endpoint: one engine can be reached by several, and what they name is there but once.
    const ledgers = readLedgers();
    const alive = new Set(ledgers.filter((ledger) => ledger.alive).map((ledger) => ledger.run));
    const dead = ledgers.filter((ledger) => !ledger.alive);
    const hosts = await Promise.all(enginesOf(reached, signal).map((host) => withFound(host, alive, dead)));
    await Promise.all(hosts.map(({ engine, found }) => startsSettled(engine, containersOf(found), signal)));
    const left = await removeEverywhere(hosts, signal);
    const images = await Promise.all(hosts.map(({ engine }) => removeImages(engine, alive, dead)));
    const labs = await Promise.all(hosts.map(({ engine }) => sweepLab(engine, alive, signal)));
    const urls = hosts.map(({ url }) => url);
    const allLeft = [...left, ...images.flatMap((each) => each.left), ...labs.flatMap((lab) => lab.left)];
    if (allLeft.length === 0) await closeLedgers(dead.filter((ledger) => urls.includes(ledger.endpoint)));
    // Of the lab they hold directories alone: what is on an engine is found by its labels.
    await closeLedgers(dead.filter((ledger) => isLabEndpoint(ledger.endpoint)));
    const stuck = new Set(allLeft.map((line) => line.split(':')[0]));
    const removed = [...hosts.flatMap(({ found }) => found), ...labs.flatMap((lab) => lab.removed)];
    // A network of a whole cluster is found on each of its hosts.
    const names = new Set(removed.map(({ kind, id }) => `${kind} ${id}`).filter((name) => !stuck.has(name)));
    const ofImages = images.flatMap((each) => each.removed);
    const standing = labs.reduce((sum, lab) => sum + lab.standing, 0);
    return { removed: [...names, ...ofImages], left: allLeft, alive: [...alive], standing };
  } finally {
    reached.client.close();
  }
}

function containersOf(found: readonly Found[]): string[] {
  return found.flatMap(({ kind, id }) => (kind === 'container' ? [id] : []));
}

function enginesOf({ target, client, facts, cluster }: ReachedTarget, signal: AbortSignal) {
  const { apiVersionAsked: apiVersion } = facts;
  const hosts = [{ host: target, client }, ...(cluster?.others ?? [])];
  return hosts.map(({ host, client: of }) => ({
    engine: new Engine({
      ...{ client: of, apiVersion, signal, labels: {}, created: async () => {} },
      transcript: new Transcript('setup'),
    }),
    url: endpointUrl(host.endpoint),
  }));
}

async function withFound(
  host: Omit<HostToClean, 'found'>,
  alive: ReadonlySet<string>,
  dead: readonly LedgerContent[],
): Promise<HostToClean> {
  const marked = (await findMarked(host.engine)).filter(({ run }) => !alive.has(run));
  const written = await volumesOf(dead, host.engine);
  return { ...host, found: [...marked, ...written.filter(({ id }) => !marked.some((each) => each.id === id))] };
}

/** Containers go from all hosts before a network that joins them. */
async function removeEverywhere(hosts: readonly HostToClean[], signal: AbortSignal): Promise<string[]> {
  const belongings = new Belongings();
  const [first] = hosts;
  if (first === undefined) return [];
  for (const { engine, url, found } of hosts) {
    const there = engine === first.engine ? belongings : belongings.elsewhere(url, () => engine);
    for (const { kind, id } of found) there.add(kind, id);
  }
  return belongings.removeAll(first.engine, signal);
}

/** Anonymous volumes that dead runs wrote down and that are still there. */
async function volumesOf(dead: readonly LedgerContent[], engine: Engine) {
  const there = new Set((await engine.volumes()).map((volume) => volume.Name));
  return dead.flatMap(({ run, volumes }) =>
    [...new Set(volumes)].filter((name) => there.has(name)).map((id) => ({ kind: 'volume' as const, id, run })),
  );
}

async function removeImages(
  engine: Engine,
  alive: ReadonlySet<string>,
  dead: readonly LedgerContent[],
): Promise<{ removed: string[]; left: string[] }> {
  const images = await engine.list<{ Id?: string; RepoTags?: string[] | null }>('/images/json');
  const written = dead
    .flatMap((ledger) => ledger.images)
    .filter((name) => images.some(({ Id, RepoTags }) => Id?.endsWith(name) || RepoTags?.includes(name)));
  const ours = new RegExp(`^(?:localhost/)?${REPOSITORY}:([a-z0-9]{10})$`);
  const tags = images
    .flatMap((image) => image.RepoTags ?? [])
    .filter((tag) => {
      const run = ours.exec(tag)?.[1];
      return run !== undefined && !alive.has(run);
    });
  const removed: string[] = [];
  const left: string[] = [];
  for (const tag of new Set([...tags, ...written])) {
    const answer = await engine.delete(`/images/${tag}`, { query: { force: 1 } });
    if (succeeded(answer) || answer.status === 404) removed.push(`image ${tag}`);
    else left.push(`image ${tag}: ${answer.status} ${errorMessage(answer)}`);
  }
  return { removed, left };
}

async function closeLedgers(dead: readonly (LedgerContent & { readonly file: string })[]): Promise<void> {
  for (const { directories, file } of dead) {
    // Only directories of our own making, whatever a file in a shared temporary directory says.
    const own = directories.filter((path) => isPlace(dirname(path)) && basename(path).startsWith(NAME_PREFIX));
    await Promise.all(own.map((path) => rm(path, { recursive: true, force: true })));
    await rm(file, { force: true });
  }
}

function isPlace(directory: string): boolean {
  return placesForRoots().includes(directory);
}
