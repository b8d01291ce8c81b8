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
import { NAME_PREFIX } from './identity';
import { type LedgerContent, readLedgers } from './ledger';
import type { ReachedTarget } from './reach-target';
import { findMarked, removeFound } from './sweep';

export interface Cleaning {
  /** What was removed, and what would not go, a line each. */
  readonly removed: readonly string[];
  readonly left: readonly string[];
  /** Ids of runs of this machine that go on; theirs was left alone. */
  readonly alive: readonly string[];
  /** Hosts of the lab that `lab up` started; they were left alone. */
  readonly standing: number;
}

/** Cleans one target, and this machine of the directories of its runs. */
export async function clean(reached: ReachedTarget): Promise<Cleaning> {
  const { signal } = new AbortController();
  const engine = new Engine({
    client: reached.client,
    apiVersion: reached.facts.apiVersionAsked,
    transcript: new Transcript('setup'),
    signal,
    labels: {},
    created: async () => {},
  });
  try {
    // All ledgers, whatever their endpoint: one engine can be reached by several, and what they name is there but once.
    const ledgers = readLedgers();
    const alive = new Set(ledgers.filter((ledger) => ledger.alive).map((ledger) => ledger.run));
    const dead = ledgers.filter((ledger) => !ledger.alive);
    const marked = (await findMarked(engine)).filter(({ run }) => !alive.has(run));
    const written = await volumesOf(dead, engine);
    const found = [...marked, ...written.filter(({ id }) => !marked.some((each) => each.id === id))];
    const left = await removeFound(found, engine, signal);
    const images = await removeImages(engine, alive, dead);
    const lab = await sweepLab(engine, alive, signal);
    const here = dead.filter((ledger) => ledger.endpoint === endpointUrl(reached.target.endpoint));
    const allLeft = [...left, ...images.left, ...lab.left];
    if (allLeft.length === 0) await closeLedgers(here);
    // Of the lab they hold directories alone: what is on an engine is found by its labels.
    await closeLedgers(dead.filter((ledger) => isLabEndpoint(ledger.endpoint)));
    const stuck = new Set(allLeft.map((line) => line.split(':')[0]));
    const names = [...found, ...lab.removed].map(({ kind, id }) => `${kind} ${id}`).filter((name) => !stuck.has(name));
    return { removed: [...names, ...images.removed], left: allLeft, alive: [...alive], standing: lab.standing };
  } finally {
    reached.client.close();
  }
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
  const images = await engine.document<{ Id?: string; RepoTags?: string[] | null }[]>('/images/json');
  const written = dead
    .flatMap((ledger) => ledger.images)
    .filter((id) => images.some((image) => image.Id?.endsWith(id)));
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
