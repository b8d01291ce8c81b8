/** What one claim or fixture made on an engine, or on the hosts of a cluster, and its removal. */
import { rm } from 'node:fs/promises';
import { errorMessage, succeeded } from '../engine/answer';
import type { Engine } from '../engine/engine';
import { REMOVAL_LIMIT_MS } from '../engine/limits';
import { isEngineTrouble, messageOf } from '../engine/trouble';
import { containersOfServicesGone } from '../swarm/containers-gone';
import { poll } from '../verdict/poll';
import { KINDS, type Kind, REMOVAL_CALLS } from './removal-calls';
import { takeOff } from './stale-endpoints';

/** Broken connections in a row, over about a second, after which an engine is taken for gone. */
const BROKEN_CONNECTIONS = 8;

/** Podman 3 answers 500 where a container that is to be removed is gone already. */
const GONE = /: no such container$/;

/** How often a network is asked to go, over about a second, before what is still on it is taken off. */
const PATIENT_LOOKS = 8;

/** Makes something whole with calls to the engine of its place; the engine of a claim is of no use when the claim is over. */
type Restoration = (engine: Engine) => Promise<void>;

/** The engine of another place, for removal. */
type OpenEngine = (signal: AbortSignal) => Engine;

export class Belongings {
  readonly #made: Record<Kind, Set<string>> = {
    drain: new Set(),
    service: new Set(),
    container: new Set(),
    network: new Set(),
    volume: new Set(),
    image: new Set(),
  };
  readonly #directories = new Set<string>();
  readonly #restorations: Restoration[] = [];
  readonly #actions: (() => Promise<void>)[] = [];
  readonly #elsewhere = new Map<string, { readonly belongings: Belongings; readonly open: OpenEngine }>();

  /** All of several as one. */
  static together(all: readonly Belongings[]): Belongings {
    const sum = new Belongings();
    for (const each of all) {
      for (const kind of KINDS) {
        for (const made of each.#made[kind]) sum.add(kind, made);
      }
      for (const path of each.#directories) sum.addDirectory(path);
      for (const action of each.#restorations) sum.addRestoration(action);
      for (const action of each.#actions) sum.addAction(action);
      for (const [place, { belongings, open }] of each.#elsewhere) {
        const sumThere = Belongings.together([sum.elsewhere(place, open), belongings]);
        sum.#elsewhere.set(place, { belongings: sumThere, open });
      }
    }
    return sum;
  }

  add(kind: Kind, idOrName: string): void {
    this.#made[kind].add(idOrName);
  }

  /** Ids of the containers at the place itself. */
  get containers(): readonly string[] {
    return [...this.#made.container];
  }

  /** Something to do at the end. It is called once for each removal, and must bear that. */
  addAction(action: () => Promise<void>): void {
    this.#actions.push(action);
  }

  /** Makes whole again what the claim disturbed, before anything is removed. It must bear to be called where all is whole. */
  addRestoration(action: Restoration): void {
    this.#restorations.push(action);
  }

  /** What is made at another place of the same cluster: it is removed together with the rest. */
  elsewhere(place: string, open: OpenEngine): Belongings {
    const there = this.#elsewhere.get(place) ?? { belongings: new Belongings(), open };
    this.#elsewhere.set(place, there);
    return there.belongings;
  }

  addDirectory(path: string): void {
    this.#directories.add(path);
  }

  /**
   * Removes everything: services first, as they make containers; then containers of all places, as they hold networks and
   * volumes.
   *
   * @returns what could not be removed, each with the reason
   */
  async removeAll(engine: Engine, signal: AbortSignal): Promise<string[]> {
    const places = this.#places(engine, signal);
    const restorations = places.flatMap(([each, there]) => each.#restorations.map((action) => () => action(there)));
    const restored = await settled(restorations);
    const remove = async (kind: Kind) =>
      (await Promise.all(places.map(([belongings, there]) => belongings.#remove(kind, there, signal)))).flat();
    const services = [...(await remove('drain')), ...(await remove('service'))];
    services.push(...(await this.#containersOfServicesLeft(places, signal)));
    const containers = await remove('container');
    const rest = await Promise.all([remove('network'), remove('volume'), remove('image')]);
    const acted = await settled(this.#allOf((each) => each.#actions));
    const directories = this.#allOf((each) => [...each.#directories].map((path) => () => removeDirectory(path)));
    return [...restored, ...services, ...containers, ...rest.flat(), ...acted, ...(await settled(directories))];
  }

  #places(engine: Engine, signal: AbortSignal): [Belongings, Engine][] {
    return [
      [this, engine],
      ...[...this.#elsewhere.values()].map(({ belongings, open }): [Belongings, Engine] => [belongings, open(signal)]),
    ];
  }

  #allOf<T>(part: (belongings: Belongings) => readonly T[]): T[] {
    return [this, ...[...this.#elsewhere.values()].map(({ belongings }) => belongings)].flatMap(part);
  }

  /** The containers of a service go by and by, on whatever host they are. */
  async #containersOfServicesLeft(places: readonly [Belongings, Engine][], signal: AbortSignal): Promise<string[]> {
    const services = this.#allOf((each) => [...each.#made.service]);
    if (services.length === 0) return [];
    const engines = places.map(([, engine]) => engine);
    return containersOfServicesGone(services, engines, REMOVAL_LIMIT_MS, signal);
  }

  async #remove(kind: Kind, engine: Engine, signal: AbortSignal): Promise<string[]> {
    const left = await Promise.all([...this.#made[kind]].map((id) => removeOne(kind, id, engine, signal)));
    return left.filter((line) => line !== undefined);
  }
}

/** Does all of it. Returns why what failed did. */
async function settled(actions: readonly (() => Promise<void>)[]): Promise<string[]> {
  const ends = await Promise.allSettled(actions.map((action) => action()));
  return ends.flatMap((end) => (end.status === 'rejected' ? [messageOf(end.reason)] : []));
}

function removeDirectory(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true });
}

/**
 * Removes one object, again and again while the engine is still busy with it or does not answer.
 *
 * @returns undefined where it is gone, else why it is not
 */
export async function removeOne(
  kind: Kind,
  id: string,
  engine: Engine,
  signal: AbortSignal,
): Promise<string | undefined> {
  let broken = 0;
  let looks = 0;
  const look = async () => {
    try {
      const answer = await REMOVAL_CALLS[kind](engine, id);
      broken = 0;
      looks += 1;
      // What is on it is of runs of ours and on its way out; what an engine forgot to take off it does not go by itself.
      if (kind === 'network' && !succeeded(answer) && looks > PATIENT_LOOKS) await takeOff(engine, id);
      const said = errorMessage(answer);
      return { gone: succeeded(answer) || answer.status === 404 || GONE.test(said), why: `${answer.status} ${said}` };
    } catch (error) {
      // A connection that broke says nothing of the object.
      if (!isEngineTrouble(error)) throw error;
      broken += 1;
      return { gone: false, why: error.message };
    }
  };
  const { last } = await poll(look, ({ gone }) => gone || broken >= BROKEN_CONNECTIONS, REMOVAL_LIMIT_MS, signal);
  return last.gone ? undefined : `${kind} ${id}: ${last.why}`;
}
