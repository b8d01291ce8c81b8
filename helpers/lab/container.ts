/** Starts the container of a lab host with testcontainers. */
import { createServer } from 'node:net';
import type { StartedTestContainer } from 'testcontainers';
import { messageOf } from '../engine/trouble';
import { removeOne } from '../run/belongings';
import { ENTRYPOINT, ENTRYPOINT_PATH } from './entrypoint';
import type { LabHostOptions, LabNetwork } from './lab-host';
import type { OuterEngine } from './outer-engine';
import type { HostConfig } from './privileges';
import { type Readiness, untilReady } from './ready';
import type { Testcontainers } from './testcontainers';

/** How often another port of this machine is tried where somebody else took the one that was free. */
const PORT_ATTEMPTS = 5;

/** What a host writes is kept by the outer engine, up to here. */
const LOG_CONFIG = { Type: 'json-file', Config: { 'max-size': '8m', 'max-file': '1' } };

/** As a machine has it: empty at every start, so that nothing is taken for running that ran before. */
const RUN_DIRECTORY = { '/run': 'exec,mode=755' };

export interface ContainerParts {
  readonly outer: OuterEngine;
  readonly options: LabHostOptions;
  readonly image: string;
  /** The first process, with its arguments. */
  readonly command: readonly string[];
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly network: LabNetwork;
  readonly privileges: HostConfig;
  readonly limitMs: number;
  readonly signal: AbortSignal;
  /** Told of the container as soon as it is there, before it is started. */
  readonly created: (id: string) => void;
}

export interface StartedContainer {
  readonly id: string;
  readonly port: number;
  readonly readiness: Readiness;
  readonly readyMs: number;
}

/**
 * Creates and starts a container, and waits until what is in it answers, has ended, or the limit is over. It stays in every
 * case: what it wrote is still to be read.
 *
 * @throws Error where the outer engine refuses it
 */
export async function startContainer(library: Testcontainers, parts: ContainerParts): Promise<StartedContainer> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const made: string[] = [];
    const created = (id: string) => {
      made.push(id);
      parts.created(id);
    };
    try {
      return await startOnPort(library, { ...parts, created }, port);
    } catch (error) {
      const taken = /port is already allocated|address already in use/.test(messageOf(error));
      if (!taken || attempt === PORT_ATTEMPTS) throw error;
      // It was made and not started, and has the name that the next is to have.
      const { engine } = parts.outer;
      for (const id of made) await removeOne('container', id, engine, new AbortController().signal);
    }
  }
}

async function startOnPort(library: Testcontainers, parts: ContainerParts, port: number): Promise<StartedContainer> {
  const { outer, limitMs, signal } = parts;
  const watch = { id: '', begun: 0, readiness: Promise.resolve<Readiness>('silent') };
  // The library waits 10 s for the published port of a container that has ended: its end is heard here first.
  let hearEnd = () => {};
  const ended = new Promise<void>((resolve) => {
    hearEnd = resolve;
  });
  const created = (id: string) => {
    parts.created(id);
    watch.id = id;
    watch.begun = performance.now();
    watch.readiness = untilReady(outer.engine, id, port, parts.options.recipe.ready, limitMs, signal);
    watch.readiness.then(
      (readiness) => readiness === 'ended' && hearEnd(),
      () => hearEnd(),
    );
  };
  const starting = startWith(library, parts, port, created, () => watch.readiness);
  starting.catch(() => {});
  await Promise.race([starting, ended]);
  const readiness = await watch.readiness;
  return { id: watch.id, port, readiness, readyMs: Math.round(performance.now() - watch.begun) };
}

function startWith(
  library: Testcontainers,
  parts: ContainerParts,
  port: number,
  created: (id: string) => void,
  readiness: () => Promise<Readiness>,
): Promise<StartedTestContainer> {
  const { options, image, command, name, labels, network, limitMs } = parts;
  class HostContainer extends library.GenericContainer {
    protected override async beforeContainerCreated(): Promise<void> {
      Object.assign(this.hostConfig, hostConfigOf(parts, port));
      Object.assign(this.createOpts, networkingOf(options, network));
    }

    protected override async containerCreated(id: string): Promise<void> {
      created(id);
    }
  }
  const { recipe } = options;
  const files = Object.entries({ ...recipe.files, ...options.files });
  return (
    new HostContainer(image)
      // Neither its reaper nor its own removal: the lab removes what it made, and knows it by its labels.
      .withAutoCleanup(false)
      .withName(name)
      .withHostname(name)
      .withLabels({ ...labels })
      .withNetworkMode(network.name)
      .withEnvironment({ ...recipe.environment, ...options.environment })
      .withEntrypoint(recipe.privileged ? ['/bin/sh', ENTRYPOINT_PATH] : ['tini', '--'])
      .withCommand([...command])
      .withCopyContentToContainer([
        { target: ENTRYPOINT_PATH, content: ENTRYPOINT, mode: 0o755 },
        ...files.map(([target, content]) => ({ target, content, mode: 0o600 })),
      ])
      .withExposedPorts({ container: recipe.port, host: port })
      .withWaitStrategy({
        waitUntilReady: async () => void (await readiness()),
        withStartupTimeout: () => {
          throw new Error('the limit of a lab host is in its options');
        },
        isStartupTimeoutSet: () => true,
        getStartupTimeout: () => limitMs,
      })
      .start()
  );
}

function hostConfigOf({ options, labels, privileges }: ContainerParts, port: number): Record<string, unknown> {
  const { recipe, binds, dataOf } = options;
  const own = { Type: 'volume', Source: '', Target: recipe.data, VolumeOptions: { Labels: { ...labels } } };
  return {
    ...privileges,
    ...(recipe.privileged && recipe.source.kind === 'packages' ? { Tmpfs: RUN_DIRECTORY } : {}),
    ...(binds === undefined ? {} : { Binds: [...binds] }),
    ...(dataOf === undefined ? { Mounts: [own] } : { VolumesFrom: [dataOf.containerId] }),
    // Of all addresses only the loopback: whoever reaches an engine is root on it.
    PortBindings: { [`${recipe.port}/tcp`]: [{ HostIp: '127.0.0.1', HostPort: String(port) }] },
    LogConfig: LOG_CONFIG,
  };
}

function networkingOf({ address }: LabHostOptions, network: LabNetwork): Record<string, unknown> {
  if (address === undefined) return {};
  return { NetworkingConfig: { EndpointsConfig: { [network.name]: { IPAMConfig: { IPv4Address: address } } } } };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
