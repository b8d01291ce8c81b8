/** The lab: starts hosts on the outer engine, keeps account of them, and takes them away. */
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { removeOne } from '../run/belongings';
import { newRunId } from '../run/identity';
import { Ledger } from '../run/ledger';
import { startContainer } from './container';
import { addressOn, failureOf, RunningHost } from './host';
import { LabImages } from './images';
import type { Lab, LabHost, LabHostOptions, LabNetwork } from './lab-host';
import { withLock } from './lock';
import { KIND_LABEL, LAB_LABEL, labEndpoint, labName, STANDING } from './marks';
import { makeNetwork, networksOf } from './network';
import type { OuterEngine } from './outer-engine';
import { type HostConfig, probePrivileges } from './privileges';
import { processOf } from './process';
import { assertRoom } from './room';
import { testcontainersOn } from './testcontainers';

/** MiB of a host's data on the outer engine: the probe image, the files of containers and volumes of a whole run, and logs. */
const ROOM_MIB = 200;

/** Milliseconds from the start of a host to its first answer, where nothing else is asked for. */
export const READY_LIMIT_MS = 8_000;

export interface LabOptions {
  readonly outer: OuterEngine;
  /** The id of the run that the lab serves, or STANDING. */
  readonly owner: string;
  /** Gets a line for each step that takes time. */
  readonly say: (line: string) => void;
  /** Breaks builds and starts off. What was made is removed by `close`. */
  readonly signal: AbortSignal;
  /** Installs what images are built with, where it is missing. */
  readonly bootstrap?: boolean;
  /** Where the logs of hosts are kept when they are removed; nowhere where nothing is said. */
  readonly logs?: string | undefined;
}

/** Opens the lab of an owner. Nothing is made before a host or a network is asked for. */
export function openLab(options: LabOptions): OpenLab {
  return new OuterLab(options);
}

export interface OpenLab extends Lab {
  readonly images: LabImages;
  /** Leaves hosts and networks as they are, to whoever finds them by their labels. */
  leave(): void;
}

class OuterLab implements OpenLab {
  readonly owner: string;
  readonly images: LabImages;
  readonly #hosts: RunningHost[] = [];
  /** Containers that are there and are no hosts: on their way, or failed. */
  readonly #strays = new Set<string>();
  readonly #networks: LabNetwork[] = [];
  readonly #ledger: Ledger;
  #network: Promise<LabNetwork> | undefined;
  #privileges: Promise<HostConfig> | undefined;
  /** What is on its way, though whoever asked for it may have given up already: `close` waits for it. */
  readonly #under = new Set<Promise<unknown>>();

  constructor(private readonly options: LabOptions) {
    const { outer, owner, say, signal, bootstrap = false } = options;
    this.owner = owner;
    // While this process lives, nobody cleans up what is its run's.
    this.#ledger = new Ledger(owner === STANDING ? newRunId() : owner, labEndpoint(outer.target));
    this.images = new LabImages({ outer, say, signal, bootstrap, directory: (path) => this.#ledger.directory(path) });
  }

  get hosts(): readonly LabHost[] {
    return this.#hosts;
  }

  startHost(options: LabHostOptions): Promise<LabHost> {
    return this.#tracked(this.#start(options));
  }

  network({ internal = false } = {}): Promise<LabNetwork> {
    const making = makeNetwork(this.options.outer, this.owner, internal).then((network) => {
      this.#networks.push(network);
      return network;
    });
    return this.#tracked(making);
  }

  async close(): Promise<string[]> {
    await Promise.allSettled(this.#under);
    const { engine } = this.options.outer;
    const { signal } = new AbortController();
    const hosts = await Promise.all(this.#hosts.map((host) => host.dispose()));
    const strays = await Promise.all([...this.#strays].map((id) => removeOne('container', id, engine, signal)));
    const networks = await Promise.all(this.#networks.map(({ id }) => removeOne('network', id, engine, signal)));
    const left = [...hosts, ...strays, ...networks].filter((line) => line !== undefined);
    if (left.length === 0) this.#ledger.close();
    return left;
  }

  leave(): void {
    this.#ledger.close();
  }

  async #start(options: LabHostOptions): Promise<LabHost> {
    const { outer, signal } = this.options;
    const { recipe } = options;
    await assertRoom(outer.facts.rootDir, ROOM_MIB, `the host ${recipe.kind}`);
    const needed = [
      testcontainersOn(outer),
      this.images.ensure(recipe),
      options.network ?? this.#ownNetwork(),
    ] as const;
    // Where one of them fails the others come to their end first, so that nothing is made behind the back of `close`.
    await Promise.allSettled(needed);
    const [library, image, network] = await Promise.all(needed);
    const privileges = recipe.privileged ? await this.#probedPrivileges(image) : {};
    const command = processOf(recipe, await this.images.inspect(image), options.flags ?? []);
    signal.throwIfAborted();
    const name = labName();
    const limitMs = options.readyLimitMs ?? READY_LIMIT_MS;
    const labels = { [LAB_LABEL]: this.owner, [KIND_LABEL]: recipe.kind };
    const started = await startContainer(library, {
      ...{ outer, options, image, command, name, labels, network, privileges, limitMs, signal },
      created: (id) => this.#strays.add(id),
    });
    const parts = {
      ...{ engine: outer.engine, recipe, containerId: started.id, hostname: name, limitMs },
      keepLog: (host: string, log: string) => this.#keepLog(recipe.kind, host, log),
    };
    if (started.readiness !== 'ready') throw await failureOf(parts, started.readiness);
    const address = await addressOn(outer.engine, started.id, network);
    const host = new RunningHost({ ...parts, network, address, publishedPort: started.port, readyMs: started.readyMs });
    this.#strays.delete(started.id);
    this.#hosts.push(host);
    return host;
  }

  #tracked<T>(under: Promise<T>): Promise<T> {
    this.#under.add(under);
    const over = () => void this.#under.delete(under);
    under.then(over, over);
    return under;
  }

  #ownNetwork(): Promise<LabNetwork> {
    this.#network ??= this.#tracked(this.#findOrMakeNetwork());
    return this.#network;
  }

  /** What stands is of many calls of the command; all of it is on one network. */
  async #findOrMakeNetwork(): Promise<LabNetwork> {
    if (this.owner !== STANDING) return this.network();
    const { outer, signal } = this.options;
    return withLock(
      'network',
      () => {},
      signal,
      async () => {
        const [there] = await networksOf(outer, STANDING);
        return there ?? this.network();
      },
    );
  }

  #probedPrivileges(image: string): Promise<HostConfig> {
    const labels = { [LAB_LABEL]: this.owner };
    this.#privileges ??= probePrivileges(this.options.outer, image, labels).then((given) => {
      if (!given.all)
        this.options.say('this machine gives no container all privileges: lab hosts do without CAP_SYS_RESOURCE');
      return given.hostConfig;
    });
    return this.#privileges;
  }

  async #keepLog(kind: string, host: string, log: string): Promise<string | undefined> {
    const { logs } = this.options;
    if (logs === undefined) return undefined;
    await mkdir(logs, { recursive: true });
    const file = join(logs, `${kind.replace(/[^\w.@-]/g, '_')}-${host}.log`);
    await appendFile(file, log);
    return file;
  }
}
