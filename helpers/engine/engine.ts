/**
 * An engine as one claim sees it: the calls of the Remote API at the version that this run asks, each recorded as evidence
 * of that claim. Calls return the answer, whatever its status; the short forms (`inspect`, `exec`, ...) stand for what a
 * claim takes for granted and throw UnexpectedAnswer where it is refused.
 */

import { compareApiVersions } from '../claims/changes';
import type { ContainerRef, NetworkRef } from '../claims/maker';
import { type Answer, succeeded, UnexpectedAnswer } from './answer';
import type { EngineClient, EngineRequest, RawAnswer } from './client';
import { assertKnownToV123 } from './guard';
import { demultiplex } from './multiplex';
import type {
  ContainerInspect,
  ContainerSummary,
  EngineEvent,
  EngineInfo,
  EngineVersion,
  ImageInspect,
  NetworkInspect,
  VolumeInspect,
} from './responses';
import type { Transcript } from './transcript';
import { EngineTrouble, messageOf } from './trouble';

export type Query = Readonly<Record<string, unknown>>;
export type Body = Readonly<Record<string, unknown>>;

/** More of one call than its path. */
export interface CallOptions {
  readonly query?: Query;
  readonly body?: Body;
  readonly limitMs?: number;
  /** Another version than the run's, or null for the unversioned path. */
  readonly apiVersion?: string | null;
}

export interface ExecResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Told of every object that a create call made, before the answer reaches the claim. */
export type CreationListener = (
  kind: 'container' | 'network' | 'volume',
  idOrName: string,
  body: Body,
) => Promise<void>;

export interface EngineContext {
  readonly client: EngineClient;
  readonly transcript: Transcript;
  /** The version asked, as `1.23`. */
  readonly apiVersion: string;
  readonly signal: AbortSignal;
  /** Put on whatever is created. */
  readonly labels: Readonly<Record<string, string>>;
  readonly created: CreationListener;
}

const CREATE_PATHS = new Map([
  ['/containers/create', 'container'],
  ['/networks/create', 'network'],
  ['/volumes/create', 'volume'],
] as const);

interface Call extends CallOptions, Pick<EngineRequest, 'method' | 'path' | 'archive' | 'enough'> {
  /** The call that makes something is heard to its end: given up, the engine would make it all the same, and nobody knew. */
  readonly uninterrupted?: boolean;
}

export class Engine {
  constructor(private readonly context: EngineContext) {}

  /** The API version that calls ask at. */
  get apiVersion(): string {
    return this.context.apiVersion;
  }

  get(path: string, options: CallOptions = {}): Promise<Answer> {
    return this.#call({ method: 'GET', path, ...options });
  }

  /** Posts. What a create call makes is labelled with the run, and removed at its end. */
  async post(path: string, options: CallOptions = {}): Promise<Answer> {
    const kind = CREATE_PATHS.get(path as '/containers/create');
    if (kind === undefined || options.body === undefined) return this.#call({ method: 'POST', path, ...options });
    const body = this.#labelled(options.body);
    const answer = await this.#call({ method: 'POST', path, ...options, body, uninterrupted: true });
    const made = createdIn(answer, kind);
    if (made !== undefined) await this.context.created(kind, made, body);
    return answer;
  }

  delete(path: string, options: CallOptions = {}): Promise<Answer> {
    return this.#call({ method: 'DELETE', path, ...options });
  }

  /** Sends a tar archive: `PUT /containers/x/archive`, `POST /images/create?fromSrc=-`. */
  sendArchive(method: 'PUT' | 'POST', path: string, archive: Buffer, query: Query): Promise<Answer> {
    return this.#call({ method, path, query, archive, uninterrupted: true });
  }

  start(container: ContainerRef): Promise<Answer> {
    return this.post(`/containers/${container.id}/start`);
  }

  /** Stops with TERM, and KILL after `seconds`. */
  stop(container: ContainerRef, seconds = 5): Promise<Answer> {
    return this.post(`/containers/${container.id}/stop`, { query: { t: seconds } });
  }

  kill(container: ContainerRef, signal = 'KILL'): Promise<Answer> {
    return this.post(`/containers/${container.id}/kill`, { query: { signal } });
  }

  /** Removes; `v: 1` with its anonymous volumes, `force: 1` also where it runs. */
  remove(container: ContainerRef, query: { readonly v?: 1; readonly force?: 1 } = {}): Promise<Answer> {
    return this.delete(`/containers/${container.id}`, { query });
  }

  connect(network: NetworkRef | string, container: ContainerRef, endpoint?: Body): Promise<Answer> {
    return this.post(`/networks/${nameOf(network)}/connect`, {
      body: { Container: container.id, ...(endpoint === undefined ? {} : { EndpointConfig: endpoint }) },
    });
  }

  disconnect(network: NetworkRef | string, container: ContainerRef, force = false): Promise<Answer> {
    return this.post(`/networks/${nameOf(network)}/disconnect`, {
      body: { Container: container.id, ...(force ? { Force: true } : {}) },
    });
  }

  inspect(container: ContainerRef): Promise<ContainerInspect> {
    return this.document(`/containers/${container.id}/json`);
  }

  /** All containers, running or not; `filters` as `{ label: ['a=b'] }`. */
  containers(filters?: Readonly<Record<string, readonly string[]>>): Promise<ContainerSummary[]> {
    return this.document('/containers/json', { all: 1, filters });
  }

  network(network: NetworkRef | string): Promise<NetworkInspect> {
    return this.document(`/networks/${nameOf(network)}`);
  }

  networks(filters?: Readonly<Record<string, readonly string[]>>): Promise<NetworkInspect[]> {
    return this.document('/networks', { filters });
  }

  volume(name: string): Promise<VolumeInspect> {
    return this.document(`/volumes/${encodeURIComponent(name)}`);
  }

  async volumes(): Promise<VolumeInspect[]> {
    const list = await this.document<{ Volumes?: VolumeInspect[] | null }>('/volumes');
    return list.Volumes ?? [];
  }

  imageInspect(reference: string): Promise<ImageInspect> {
    return this.document(`/images/${reference}/json`);
  }

  version(): Promise<EngineVersion> {
    return this.document('/version');
  }

  info(): Promise<EngineInfo> {
    return this.document('/info');
  }

  /** Waits until the container has ended. Returns its exit status. */
  async wait(container: ContainerRef, limitMs = 20_000): Promise<number> {
    const answer = await this.post(`/containers/${container.id}/wait`, { limitMs });
    const status = objectOf(answer).StatusCode;
    if (typeof status !== 'number') throw new EngineTrouble('malformed', `wait answered ${answer.text.slice(0, 200)}`);
    return status;
  }

  /** What the container's first process wrote. */
  async logs(container: ContainerRef): Promise<{ stdout: string; stderr: string }> {
    const path = `/containers/${container.id}/logs`;
    return outputOf(await this.#call({ method: 'GET', path, query: { stdout: 1, stderr: 1 } }));
  }

  /** Runs a command in a running container and waits for its end. */
  async exec(container: ContainerRef, command: readonly string[], limitMs = 20_000): Promise<ExecResult> {
    const created = await this.post(`/containers/${container.id}/exec`, {
      body: { Cmd: [...command], AttachStdout: true, AttachStderr: true },
    });
    const id = objectOf(created).Id;
    if (typeof id !== 'string') throw new EngineTrouble('malformed', 'exec create answered no Id');
    const output = outputOf(
      await this.#call({ method: 'POST', path: `/exec/${id}/start`, body: { Detach: false, Tty: false }, limitMs }),
    );
    const exec = await this.document<{ ExitCode?: number | null; Running?: boolean }>(`/exec/${id}/json`);
    if (typeof exec.ExitCode !== 'number') {
      throw new EngineTrouble(
        'malformed',
        `the output of exec ended, and it has no exit code: ${JSON.stringify(exec)}`,
      );
    }
    return { exitCode: exec.ExitCode, ...output };
  }

  /**
   * Events from now on, as they come, oldest first, until there are enough or the seconds are over. They are listened to and
   * not asked for afterwards, since an engine keeps but the last 64 (Docker 1.11) or 256 (later).
   *
   * @param since from `now()`
   * @param enough asked with all events so far, at each that comes
   */
  watchEvents(
    since: number,
    filters: Readonly<Record<string, readonly string[]>>,
    enough: (events: readonly EngineEvent[]) => boolean,
    seconds: number,
  ): Promise<EngineEvent[]> {
    const query = { since, until: since + seconds, filters };
    const watching = this.#call({
      method: 'GET',
      path: '/events',
      query,
      limitMs: (seconds + 5) * 1000,
      enough: (text) => enough(eventsIn(text.slice(0, text.lastIndexOf('\n') + 1))),
    }).then((answer) => {
      if (!succeeded(answer)) throw new UnexpectedAnswer(answer);
      return eventsIn(answer.text);
    });
    // Who began to watch may fail at something else first, and never ask what was seen.
    watching.catch(() => {});
    return watching;
  }

  /** The engine's own clock in unix seconds: its host may keep another time than this machine. */
  async now(): Promise<number> {
    const { SystemTime } = await this.info();
    const time = Date.parse(SystemTime ?? '') / 1000;
    if (Number.isNaN(time)) throw new EngineTrouble('malformed', `/info tells no time: ${SystemTime}`);
    return time;
  }

  /** A GET that must be answered with JSON. */
  async document<T>(path: string, query?: Query): Promise<T> {
    const answer = await this.get(path, query === undefined ? {} : { query });
    if (!succeeded(answer)) throw new UnexpectedAnswer(answer);
    if (answer.json === undefined)
      throw new EngineTrouble('malformed', `GET ${path} answered no JSON: ${answer.text.slice(0, 200)}`);
    return answer.json as T;
  }

  async #call({ uninterrupted = false, ...call }: Call): Promise<RawAnswer> {
    const { context } = this;
    const apiVersion = call.apiVersion === undefined ? context.apiVersion : call.apiVersion;
    if (apiVersion !== null && compareApiVersions(apiVersion, '1.23') <= 0) assertKnownToV123(call);
    const begun = performance.now();
    try {
      const answer = await context.client.send({
        ...call,
        apiVersion,
        ...(uninterrupted ? {} : { signal: context.signal }),
      });
      context.transcript.answered(call.body, answer, shownOf(answer));
      return answer;
    } catch (error) {
      const ms = Math.round(performance.now() - begun);
      context.transcript.failed(call.method, call.path, call.body, messageOf(error), ms);
      throw error;
    }
  }

  #labelled(body: Body): Body {
    const labels = body.Labels;
    return { ...body, Labels: { ...(typeof labels === 'object' ? labels : {}), ...this.context.labels } };
  }
}

function eventsIn(text: string): EngineEvent[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(eventOf);
}

function nameOf(network: NetworkRef | string): string {
  return typeof network === 'string' ? encodeURIComponent(network) : network.id;
}

function eventOf(line: string): EngineEvent {
  try {
    const event: unknown = JSON.parse(line);
    if (typeof event === 'object' && event !== null) return event;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new EngineTrouble('malformed', `events answered a line that is no event: ${line.slice(0, 200)}`);
}

function createdIn(answer: Answer, kind: 'container' | 'network' | 'volume'): string | undefined {
  if (!succeeded(answer) || typeof answer.json !== 'object' || answer.json === null || Array.isArray(answer.json)) {
    return undefined;
  }
  const made = kind === 'volume' ? answer.json.Name : answer.json.Id;
  return typeof made === 'string' ? made : undefined;
}

/** The object that a create or wait call answered; throws UnexpectedAnswer where it was refused or is none. */
export function objectOf(answer: Answer): Readonly<Record<string, unknown>> {
  const { json } = answer;
  if (!succeeded(answer) || typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new UnexpectedAnswer(answer);
  }
  return json;
}

function isMultiplexed(answer: RawAnswer): boolean {
  const first = answer.bytes[0];
  return (
    answer.json === undefined && answer.bytes.length >= 8 && first !== undefined && first <= 2 && answer.bytes[1] === 0
  );
}

function shownOf(answer: RawAnswer): string | undefined {
  if (!succeeded(answer) || !isMultiplexed(answer)) return undefined;
  try {
    const { stdout, stderr } = demultiplex(answer.bytes);
    return stdout + stderr;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function outputOf(answer: RawAnswer): { stdout: string; stderr: string } {
  if (!succeeded(answer)) throw new UnexpectedAnswer(answer);
  try {
    return demultiplex(answer.bytes);
  } catch (error) {
    throw new EngineTrouble('malformed', `${answer.path}: ${messageOf(error)}`, { cause: error });
  }
}
