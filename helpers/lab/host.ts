/** A host of the lab that runs. */
import { posix } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pack } from 'tar-stream';
import type { CommandResult } from '../claims/tools';
import { type Answer, succeeded, UnexpectedAnswer } from '../engine/answer';
import type { Engine } from '../engine/engine';
import { isEngineTrouble } from '../engine/trouble';
import { removeOne } from '../run/belongings';
import type { Endpoint } from '../target/target';
import { LabHostFailure } from './host-failure';
import type { LabCommandOptions, LabHost, LabNetwork } from './lab-host';
import { untilReady } from './ready';
import type { Recipe } from './recipe';

/** Characters of a log that are kept, from its end. */
const LOG_LIMIT = 1024 * 1024;

export interface HostParts {
  readonly engine: Engine;
  readonly recipe: Recipe;
  readonly containerId: string;
  readonly hostname: string;
  readonly network: LabNetwork;
  readonly address: string;
  /** The port of this machine that is led to the host's. */
  readonly publishedPort: number;
  readonly readyMs: number;
  readonly limitMs: number;
  /** Puts a log aside before the host is removed; returns where it is, or undefined. */
  readonly keepLog: (host: string, log: string) => Promise<string | undefined>;
}

export class RunningHost implements LabHost {
  readonly kind: string;
  readonly containerId: string;
  readonly hostname: string;
  readonly network: LabNetwork;
  readonly address: string;
  readonly port: number;
  readonly readyMs: number;
  readonly endpoint: Extract<Endpoint, { kind: 'tcp' }>;
  #disposed: Promise<string | undefined> | undefined;

  constructor(private readonly parts: HostParts) {
    const { recipe, containerId, hostname, network, address, publishedPort, readyMs } = parts;
    this.kind = recipe.kind;
    this.containerId = containerId;
    this.hostname = hostname;
    this.network = network;
    this.address = address;
    this.port = recipe.port;
    this.readyMs = readyMs;
    this.endpoint = { kind: 'tcp', host: '127.0.0.1', port: publishedPort };
  }

  run(command: readonly string[], { limitMs, env, user }: LabCommandOptions = {}): Promise<CommandResult> {
    const variables = Object.entries(env ?? {}).map(([name, value]) => `${name}=${value}`);
    return this.parts.engine.exec(this.#ref, command, limitMs, {
      ...(variables.length === 0 ? {} : { Env: variables }),
      ...(user === undefined ? {} : { User: user }),
    });
  }

  async write(path: string, content: string | Buffer, mode = 0o600): Promise<void> {
    const archive = pack();
    archive.entry({ name: posix.relative('/', path), mode }, content);
    archive.finalize();
    const url = `/containers/${this.containerId}/archive`;
    expectSuccess(await this.parts.engine.sendArchive('PUT', url, await buffer(archive), { path: '/' }));
  }

  async logs(): Promise<string> {
    return logOf(this.parts.engine, this.containerId);
  }

  async stop(seconds?: number): Promise<void> {
    const { engine } = this.parts;
    expectSuccess(
      await (seconds === undefined
        ? engine.kill(this.#ref)
        : engine.post(this.#path('stop'), { query: { t: seconds }, limitMs: (seconds + 10) * 1000 })),
    );
    // KILL is sent and not waited for.
    await engine.wait(this.#ref);
  }

  async start(): Promise<void> {
    const { engine, recipe, publishedPort, limitMs } = this.parts;
    expectSuccess(await engine.start(this.#ref));
    const { signal } = new AbortController();
    const readiness = await untilReady(engine, this.containerId, publishedPort, recipe.ready, limitMs, signal);
    if (readiness !== 'ready') throw await failureOf(this.parts, readiness);
  }

  async pause(): Promise<void> {
    expectSuccess(await this.parts.engine.post(this.#path('pause')));
  }

  async unpause(): Promise<void> {
    expectSuccess(await this.parts.engine.post(this.#path('unpause')));
  }

  async connect(network: LabNetwork, address?: string): Promise<string> {
    const { engine } = this.parts;
    const endpoint = address === undefined ? undefined : { IPAMConfig: { IPv4Address: address } };
    expectSuccess(await engine.connect(network, this.#ref, endpoint));
    return addressOn(engine, this.containerId, network);
  }

  async disconnect(network: LabNetwork): Promise<void> {
    expectSuccess(await this.parts.engine.disconnect(network, this.#ref));
  }

  dispose(): Promise<string | undefined> {
    this.#disposed ??= removeHost(this.parts);
    return this.#disposed;
  }

  get #ref() {
    return { id: this.containerId, name: this.hostname };
  }

  #path(call: string): string {
    return `/containers/${this.containerId}/${call}`;
  }
}

/** The address of a container on a network. */
export async function addressOn(engine: Engine, id: string, network: LabNetwork): Promise<string> {
  const { NetworkSettings } = await engine.inspect({ id, name: id });
  const address = NetworkSettings?.Networks?.[network.name]?.IPAddress;
  if (typeof address !== 'string' || address === '')
    throw new Error(`container ${id} has no address on ${network.name}`);
  return address;
}

/** What the first process of a container wrote, to its last MiB. */
export async function logOf(engine: Engine, id: string): Promise<string> {
  const { stdout, stderr } = await engine.logs({ id, name: id });
  return (stdout + stderr).slice(-LOG_LIMIT);
}

/** The failure of a host that did not come up, with its log put aside. */
export async function failureOf(
  {
    engine,
    recipe,
    containerId,
    hostname,
    limitMs,
    keepLog,
  }: Pick<HostParts, 'engine' | 'recipe' | 'containerId' | 'hostname' | 'limitMs' | 'keepLog'>,
  how: 'ended' | 'silent',
): Promise<LabHostFailure> {
  const log = await logOf(engine, containerId);
  return new LabHostFailure(recipe.kind, how, log, limitMs, await keepLog(hostname, log));
}

async function removeHost({ engine, containerId, hostname, keepLog }: HostParts): Promise<string | undefined> {
  try {
    await keepLog(hostname, await logOf(engine, containerId));
  } catch (error) {
    // Somebody else removed it, or the outer engine is gone: the removal below tells.
    if (!(error instanceof UnexpectedAnswer) && !isEngineTrouble(error)) throw error;
  }
  return removeOne('container', containerId, engine, new AbortController().signal);
}

function expectSuccess(answer: Answer): void {
  if (!succeeded(answer) && answer.status !== 304) throw new UnexpectedAnswer(answer);
}
