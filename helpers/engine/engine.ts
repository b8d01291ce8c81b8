/**
 * An engine as one claim sees it. Calls return the answer, whatever its status; the short forms (`inspect`, `exec`, ...)
 * stand for what a claim takes for granted and throw UnexpectedAnswer where it is refused.
 */
import type { ContainerRef, NetworkRef } from '../claims/maker';
import { type Answer, documentOf, isObject, type Json, malformed, objectOf } from './answer';
import { type Body, EngineCalls } from './calls';
import { watchedEvents } from './events';
import { type ExecResult, runInContainer } from './exec';
import { CALL_LIMIT_MS } from './limits';
import type { Output } from './multiplex';
import { outputOf } from './output';
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
import { EngineTrouble } from './trouble';

export { objectOf } from './answer';
export type { Body, CallOptions, EngineContext, Query } from './calls';
export type { CreationListener } from './creation';
export type { ExecResult } from './exec';

type Filters = Readonly<Record<string, readonly string[]>>;

export class Engine extends EngineCalls {
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
  containers(filters?: Filters): Promise<ContainerSummary[]> {
    return this.list('/containers/json', { all: 1, filters });
  }

  network(network: NetworkRef | string): Promise<NetworkInspect> {
    return this.document(`/networks/${nameOf(network)}`);
  }

  networks(filters?: Filters): Promise<NetworkInspect[]> {
    return this.list('/networks', { filters });
  }

  volume(name: string): Promise<VolumeInspect> {
    return this.document(`/volumes/${encodeURIComponent(name)}`);
  }

  async volumes(): Promise<VolumeInspect[]> {
    const answer = await this.get('/volumes');
    const volumes = documentOf<{ Volumes?: VolumeInspect[] | null }>(answer).Volumes ?? [];
    if (Array.isArray(volumes) && volumes.every((volume: unknown) => isObject(volume as Json))) return volumes;
    throw malformed(answer, 'no list of volumes');
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

  /** The engine's own clock in unix seconds: its host may keep another time than this machine. */
  async now(): Promise<number> {
    const { SystemTime } = await this.info();
    const time = Date.parse(SystemTime ?? '') / 1000;
    if (Number.isNaN(time)) throw new EngineTrouble('malformed', `/info tells no time: ${SystemTime}`);
    return time;
  }

  /** Waits until the container has ended. Returns its exit status. */
  async wait(container: ContainerRef, limitMs = CALL_LIMIT_MS): Promise<number> {
    const answer = await this.post(`/containers/${container.id}/wait`, { limitMs });
    const status = objectOf(answer).StatusCode;
    if (typeof status !== 'number') throw new EngineTrouble('malformed', `wait answered ${answer.text.slice(0, 200)}`);
    return status;
  }

  /** What the container's first process wrote. */
  async logs(container: ContainerRef): Promise<Output> {
    const path = `/containers/${container.id}/logs`;
    return outputOf(await this.send({ method: 'GET', path, query: { stdout: 1, stderr: 1 } }));
  }

  /** Runs a command in a running container and waits for its end; `more` are further fields of the exec, as `User`. */
  exec(
    container: ContainerRef,
    command: readonly string[],
    limitMs = CALL_LIMIT_MS,
    more: Body = {},
  ): Promise<ExecResult> {
    return runInContainer(this.send, container, command, limitMs, more);
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
    filters: Filters,
    enough: (events: readonly EngineEvent[]) => boolean,
    seconds: number,
  ): Promise<EngineEvent[]> {
    const watching = watchedEvents(this.send, { since, seconds, filters, enough });
    // Who began to watch may fail at something else first, and never ask what was seen.
    watching.catch(() => {});
    return watching;
  }
}

function nameOf(network: NetworkRef | string): string {
  return typeof network === 'string' ? encodeURIComponent(network) : network.id;
}
