/** The calls of the Remote API at the version that this run asks, each recorded as evidence of one claim. */
import { compareApiVersions } from '../claims/changes';
import { type Answer, documentOf, listOf, malformed, succeeded } from './answer';
import { isDocument } from './answer-schemas';
import type { EngineClient, EngineRequest, RawAnswer } from './client';
import { type CreationListener, createdBy, createdIn, labelled } from './creation';
import { assertKnownToV123 } from './guard';
import { shownOutput } from './output';
import type { CallRecorder } from './transcript';
import { messageOf } from './trouble';

export type Query = Readonly<Record<string, unknown>>;
export type Body = Readonly<Record<string, unknown>>;

/** More of one call than its path. */
export interface CallOptions {
  readonly query?: Query;
  readonly body?: Body;
  readonly limitMs?: number;
  /** Further headers; they are no evidence, as one may hold a password. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Another version than the run's, or null for the unversioned path. */
  readonly apiVersion?: string | null;
}

export interface EngineContext {
  readonly client: EngineClient;
  readonly transcript: CallRecorder;
  /** The version asked, as `1.23`. */
  readonly apiVersion: string;
  readonly signal: AbortSignal;
  /** Put on whatever is created. */
  readonly labels: Readonly<Record<string, string>>;
  readonly created: CreationListener;
}

/** One call, with what only some of them have. */
export interface Call extends CallOptions, Pick<EngineRequest, 'method' | 'path' | 'archive' | 'enough'> {
  /** The call that makes something is heard to its end: given up, the engine would make it all the same, and nobody knew. */
  readonly uninterrupted?: boolean;
}

/** Makes one call and records it; the answer comes whatever its status. */
export type Send = (call: Call) => Promise<RawAnswer>;

export class EngineCalls {
  constructor(private readonly context: EngineContext) {}

  /** The API version that calls ask at. */
  get apiVersion(): string {
    return this.context.apiVersion;
  }

  get(path: string, options: CallOptions = {}): Promise<RawAnswer> {
    return this.send({ method: 'GET', path, ...options });
  }

  /** Posts. What a create call makes is labelled with the run, and removed at its end. */
  async post(path: string, options: CallOptions = {}): Promise<Answer> {
    const kind = createdBy(path);
    if (kind === undefined || options.body === undefined) return this.send({ method: 'POST', path, ...options });
    const body = labelled(options.body, this.context.labels);
    const answer = await this.send({ method: 'POST', path, ...options, body, uninterrupted: true });
    const made = createdIn(answer, kind);
    if (made !== undefined) await this.context.created(kind, made, body);
    return answer;
  }

  delete(path: string, options: CallOptions = {}): Promise<Answer> {
    return this.send({ method: 'DELETE', path, ...options });
  }

  /** Sends a tar archive: `PUT /containers/x/archive`, `POST /images/create?fromSrc=-`. */
  sendArchive(method: 'PUT' | 'POST', path: string, archive: Buffer, query: Query): Promise<Answer> {
    return this.send({ method, path, query, archive, uninterrupted: true });
  }

  /** A GET that must be answered with an object. */
  async document<T extends object & { readonly length?: never }>(path: string, query?: Query): Promise<T> {
    return documentOf<T>(await this.get(path, query === undefined ? {} : { query }));
  }

  /** A GET that must be answered with a list of objects. */
  async list<T extends object>(path: string, query?: Query): Promise<T[]> {
    return listOf<T>(await this.get(path, query === undefined ? {} : { query }));
  }

  /**
   * A function, so that it can be handed to what makes several calls.
   *
   * @throws EngineTrouble where there is no whole answer, or where it says that all went well and is not the JSON that such a
   *   call is answered with: nothing can be judged by it, not even that
   */
  protected readonly send: Send = async (call) => {
    const answer = await this.#recorded(call);
    const [path = ''] = call.path.split('?', 1);
    if (succeeded(answer) && answer.json === undefined && isDocument(call.method, path))
      throw malformed(answer, 'no JSON');
    return answer;
  };

  async #recorded({ uninterrupted = false, ...call }: Call): Promise<RawAnswer> {
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
      context.transcript.answered(call.body, answer, shownOutput(answer));
      return answer;
    } catch (error) {
      const ms = Math.round(performance.now() - begun);
      context.transcript.failed(call.method, call.path, call.body, messageOf(error), ms);
      throw error;
    }
  }
}
