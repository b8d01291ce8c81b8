/** The Maker of one claim or fixture: what it makes is named, labelled, limited and owned by it. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContainerOptions, ContainerRef, Maker, NetworkOptions, NetworkRef, VolumeRef } from '../claims/maker';
import { type Answer, errorMessage, succeeded, UnexpectedAnswer } from '../engine/answer';
import { type Engine, objectOf } from '../engine/engine';
import { PROCESSES } from '../probe/scripts';
import type { Belongings } from './belongings';
import { NAME_PREFIX } from './identity';
import type { Ledger } from './ledger';
import type { SubnetPool } from './subnets';

/** Limits of every container: 64 MiB, 64 processes, one CPU. A probe needs a tenth of it. */
const LIMITS = { Memory: 64 * 1024 * 1024, PidsLimit: 64, CpuPeriod: 100_000, CpuQuota: 100_000 };

/** How often a free subnet is chosen anew when the engine finds it taken meanwhile. */
const SUBNET_ATTEMPTS = 5;

export interface WorkspaceParts {
  readonly engine: Engine;
  readonly image: string;
  readonly nextName: () => string;
  readonly subnets: SubnetPool;
  readonly belongings: Belongings;
  readonly ledger: Ledger;
}

export class Workspace implements Maker {
  constructor(private readonly parts: WorkspaceParts) {}

  async container(options: ContainerOptions = {}): Promise<ContainerRef> {
    const container = await this.created(options);
    const started = await this.parts.engine.start(container);
    if (!succeeded(started)) throw new UnexpectedAnswer(started);
    return container;
  }

  async created(options: ContainerOptions = {}): Promise<ContainerRef> {
    const name = this.name();
    const answer = await this.parts.engine.post('/containers/create', {
      query: { name },
      body: this.containerBody(options),
    });
    return { id: idOf(answer), name };
  }

  containerBody(options: ContainerOptions = {}): Record<string, unknown> {
    const {
      network,
      endpoint,
      process: first = 'idle',
      volumes,
      binds,
      volumesFrom,
      expose,
      publishAll,
      publish,
    } = options;
    const exposed = [...(expose ?? []), ...Object.keys(publish ?? {})];
    return {
      Image: this.parts.image,
      Cmd: typeof first === 'string' ? [...PROCESSES[first]] : [...first],
      ...(exposed.length === 0 ? {} : { ExposedPorts: emptyMap(exposed) }),
      ...(volumes === undefined ? {} : { Volumes: emptyMap(volumes) }),
      ...options.config,
      HostConfig: {
        ...LIMITS,
        // Podman gives no raw sockets by default, and busybox's ping needs one: an instrument, not a subject.
        CapAdd: ['NET_RAW'],
        ...(network === undefined ? {} : { NetworkMode: network }),
        ...(binds === undefined ? {} : { Binds: [...binds] }),
        ...(volumesFrom === undefined ? {} : { VolumesFrom: [...volumesFrom] }),
        ...(publishAll === undefined ? {} : { PublishAllPorts: publishAll }),
        ...(publish === undefined ? {} : { PortBindings: portBindings(publish) }),
        ...options.hostConfig,
      },
      ...(network === undefined || endpoint === undefined
        ? {}
        : { NetworkingConfig: { EndpointsConfig: { [network]: endpoint } } }),
    };
  }

  async network(options: NetworkOptions = {}): Promise<NetworkRef> {
    for (let attempt = 1; ; attempt += 1) {
      const subnet = options.subnet === true ? this.subnet() : options.subnet;
      const body = this.networkBody({ ...options, ...(subnet === undefined ? {} : { subnet }) });
      const answer = await this.parts.engine.post('/networks/create', { body });
      // Another run, or the engine for a network of its own, may have taken the subnet since it was found free.
      const taken =
        options.subnet === true && !succeeded(answer) && /overlap|in use|already used|pool/i.test(errorMessage(answer));
      if (taken && attempt < SUBNET_ATTEMPTS) continue;
      return { id: idOf(answer), name: body.Name, ...(typeof subnet === 'string' ? { subnet } : {}) };
    }
  }

  networkBody(options: NetworkOptions = {}): Record<string, unknown> & { Name: string } {
    const subnet = options.subnet === true ? this.subnet() : options.subnet;
    return {
      Name: this.name(),
      CheckDuplicate: true,
      Driver: options.driver ?? 'bridge',
      ...(options.internal === undefined ? {} : { Internal: options.internal }),
      ...(typeof subnet === 'string' ? { IPAM: { Driver: 'default', Config: [{ Subnet: subnet }] } } : {}),
      ...options.config,
    };
  }

  async volume(): Promise<VolumeRef> {
    const name = this.name();
    const answer = await this.parts.engine.post('/volumes/create', { body: { Name: name } });
    if (!succeeded(answer)) throw new UnexpectedAnswer(answer);
    return { name };
  }

  subnet(): string {
    return this.parts.subnets.next();
  }

  name(): string {
    return this.parts.nextName();
  }

  async directory(): Promise<string> {
    const path = await mkdtemp(join(tmpdir(), NAME_PREFIX));
    this.parts.ledger.directory(path);
    this.parts.belongings.addDirectory(path);
    return path;
  }

  restore(action: (engine: Engine) => Promise<void>): void {
    this.parts.belongings.addRestoration(action);
  }

  defer(action: () => Promise<void>): void {
    this.parts.belongings.addAction(action);
  }

  ownImage(reference: string): void {
    this.parts.ledger.image(reference);
    this.parts.belongings.add('image', reference);
  }

  ownVolume(name: string): void {
    this.parts.ledger.volume(name);
    this.parts.belongings.add('volume', name);
  }
}

function emptyMap(keys: readonly string[]): Record<string, Record<string, never>> {
  return Object.fromEntries(keys.map((key) => [key, {}]));
}

function portBindings(publish: NonNullable<ContainerOptions['publish']>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(publish).map(([port, binding]) => [
      port,
      [{ HostIp: binding.hostIp ?? '', HostPort: binding.hostPort ?? '' }],
    ]),
  );
}

/** Networks of a whole swarm have ids of its own kind. Source: swarmkit, identity/randomid.go. */
function idOf(answer: Answer): string {
  const id = objectOf(answer).Id;
  if (typeof id !== 'string' || !/^(?:[0-9a-f]{64}|[0-9a-z]{25})$/.test(id)) throw new UnexpectedAnswer(answer);
  return id;
}
