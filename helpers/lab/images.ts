/**
 * The images of the lab on the outer engine: each is built once, from a base of its release that all of them share, and found
 * again by what it is made of.
 */
import { errorMessage, succeeded } from '../engine/answer';
import type { ImageInspect } from '../engine/responses';
import { Semaphore } from '../run/semaphore';
import { oneLine, quoted } from '../target/quoted';
import { UsageError } from '../usage-error';
import { type AptSource, readAptSource } from './apt-source';
import { buildFiles, contentOf } from './image-files';
import { buildImage, importTree } from './image-streams';
import { withLock } from './lock';
import { KIND_LABEL } from './marks';
import type { OuterEngine } from './outer-engine';
import { contentReference, isPackageRecipe, type PackageRecipe, type Recipe } from './recipe';
import { assertRoom } from './room';
import { assertDebootstrap, makeRoot, removeRoot } from './root';

/** MiB of one image on the outer engine, its base included, and as much again while it is made. */
const ROOM_MIB = 1_500;

/** Builds at the same time: packages are unpacked by the processor, and more only wait for each other. */
const CONCURRENT_BUILDS = 2;

const PULL_LIMIT_MS = 10 * 60_000;

export interface ImagesOptions {
  readonly outer: OuterEngine;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
  /** Installs what images are built with, where it is missing. */
  readonly bootstrap: boolean;
  /** Told of a directory that holds a root for a while. */
  readonly directory: (path: string) => void;
}

export class LabImages {
  readonly #places = new Semaphore(CONCURRENT_BUILDS);
  readonly #made = new Map<string, Promise<void>>();
  #source: Promise<AptSource> | undefined;

  constructor(private readonly options: ImagesOptions) {}

  /**
   * The reference of a recipe's image, which is on the outer engine afterwards.
   *
   * @throws UsageError where it is neither there nor can be built or fetched
   */
  async ensure(recipe: Recipe): Promise<string> {
    if (!isPackageRecipe(recipe)) {
      const { reference } = recipe.source;
      await this.#once(reference, () => this.#fetch(reference));
      return reference;
    }
    const reference = imageReference(recipe);
    await this.#once(reference, () => this.#build(recipe, reference));
    return reference;
  }

  /** Whether the image of a reference is on the outer engine. */
  async has(reference: string): Promise<boolean> {
    return (await this.inspect(reference)) !== undefined;
  }

  /** What the outer engine says of an image; undefined where it has none of that reference. */
  async inspect(reference: string): Promise<ImageInspect | undefined> {
    const answer = await this.options.outer.engine.get(`/images/${reference}/json`);
    return succeeded(answer) ? (answer.json as ImageInspect) : undefined;
  }

  /** Several may ask for one image at the same time; where making it failed, the next one tries again. */
  #once(reference: string, make: () => Promise<void>): Promise<void> {
    const under = this.#made.get(reference) ?? this.#makeMissing(reference, make);
    this.#made.set(reference, under);
    under.catch(() => this.#made.delete(reference));
    return under;
  }

  async #makeMissing(reference: string, make: () => Promise<void>): Promise<void> {
    if (await this.has(reference)) return;
    const { say, signal } = this.options;
    const waiting = () => say(`waiting for another process that builds ${reference}`);
    await withLock(`image ${reference}`, waiting, signal, async () => {
      if (!(await this.has(reference))) await make();
    });
  }

  async #build(recipe: PackageRecipe, reference: string): Promise<void> {
    const { outer, say, signal } = this.options;
    await assertRoom(outer.facts.rootDir, ROOM_MIB, `the image of ${recipe.kind}`);
    const base = baseReference(recipe.source.release);
    const source = await this.#aptSource();
    await this.#once(base, () => this.#makeBase(recipe, source, base));
    await this.#places.run(async () => {
      signal.throwIfAborted();
      say(`building ${recipe.kind} from packages of Debian ${recipe.source.release}`);
      const begun = performance.now();
      const labels = { [KIND_LABEL]: recipe.kind };
      await buildImage(outer, buildFiles(recipe, base, source), {
        ...{ reference, labels, signal },
        environment: source.proxies,
      });
      say(`${recipe.kind} is built after ${secondsSince(begun)}`);
    });
  }

  #makeBase(recipe: PackageRecipe, source: AptSource, reference: string): Promise<void> {
    const { outer, say, signal, directory, bootstrap } = this.options;
    const { release } = recipe.source;
    return this.#places.run(async () => {
      await assertDebootstrap(recipe.kind, bootstrap, say);
      say(`making a base of Debian ${release} (debootstrap)`);
      const begun = performance.now();
      const root = await makeRoot(release, source, directory, signal);
      try {
        await importTree(outer, root, reference, signal);
      } finally {
        await removeRoot(root);
      }
      say(`the base of Debian ${release} is made after ${secondsSince(begun)}`);
    });
  }

  async #fetch(reference: string): Promise<void> {
    const { outer, say } = this.options;
    say(`fetching ${reference}`);
    const [image, tag] = /^(.+):([^:/]+)$/.exec(reference)?.slice(1) ?? [reference, 'latest'];
    const answer = await outer.engine.post('/images/create', {
      query: { fromImage: image, tag },
      limitMs: PULL_LIMIT_MS,
    });
    if (await this.has(reference)) return;
    const said = succeeded(answer) ? (answer.text.trim().split('\n').at(-1) ?? '') : errorMessage(answer);
    throw new UsageError(
      `no image ${quoted(reference)} on the outer engine, and it could not be fetched: ${oneLine(said, 200)}`,
      'load or build it there first (docker load, docker build), or see whether docker pull works',
    );
  }

  #aptSource(): Promise<AptSource> {
    this.#source ??= readAptSource();
    return this.#source;
  }
}

/** The reference of a recipe's image: by what it is made of. */
export function imageReference(recipe: PackageRecipe): string {
  const base = baseReference(recipe.source.release);
  return contentReference(recipe.kind, contentOf(recipe, base));
}

/** The reference of the base that the images of a release share. The number goes up where it is made in another way. */
export function baseReference(release: string): string {
  return contentReference(`base-${release}`, ['minbase', 1]);
}

function secondsSince(begun: number): string {
  return `${((performance.now() - begun) / 1000).toFixed(0)} s`;
}
