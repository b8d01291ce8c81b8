/**
 * One connection to an engine: dockerode's modem under limits of time and size. It sends one request and returns the whole
 * answer, whatever its status; what a status means is for the caller to judge.
 */
import { setMaxListeners } from 'node:events';
import type { IncomingMessage } from 'node:http';
import Docker from 'dockerode';
import type { Answer } from './answer';
import { CALL_LIMIT_MS } from './limits';
import { waitsForOthers } from './one-by-one';
import { headersOf, parseJson, readBounded } from './response';
import { Silence } from './silence';
import { EngineTrouble, messageOf } from './trouble';
import { changesNetworks, Turns } from './turns';

export interface EngineRequest {
  readonly method: 'GET' | 'POST' | 'DELETE' | 'HEAD' | 'PUT';
  /** Without the version prefix: `/containers/json`. Ids and names in it are already encoded. */
  readonly path: string;
  /** Objects (filters) are sent as JSON; undefined values are not sent. */
  readonly query?: Readonly<Record<string, unknown>>;
  /** Sent as JSON. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** Sent as it is, as a tar archive. */
  readonly archive?: Buffer;
  /** Further headers. */
  readonly headers?: Readonly<Record<string, string>>;
  /** `1.23`, or null for the unversioned path. */
  readonly apiVersion: string | null;
  readonly limitMs?: number;
  readonly signal?: AbortSignal;
  /** Ends the reading of an answer that goes on, once it holds enough; asked with each further piece of its text. */
  readonly enough?: (piece: string) => boolean;
}

/** An answer with its bytes, for streams that are not text. */
export interface RawAnswer extends Answer {
  readonly bytes: Buffer;
}

// Statuses are judged by the caller: to the modem every one of them is an answer. Of a status that it does not know it
// would read the body itself, without a limit.
const EVERY_STATUS: Record<number, true> = Object.fromEntries(
  Array.from({ length: 1000 }, (_, status) => [status, true]),
);

export class EngineClient {
  readonly #modem: Docker['modem'];
  readonly #turns = new Turns();
  readonly #silence = new Silence();
  #oneByOne = false;
  #heard: (answer: RawAnswer) => void = () => {};

  constructor(
    options: Docker.DockerOptions,
    private readonly close_: () => void = () => {},
  ) {
    this.#modem = new Docker(options).modem;
  }

  /** From now on tells of every whole answer, before the caller has it. Who is told returns at once and throws nothing. */
  hear(heard: (answer: RawAnswer) => void): void {
    this.#heard = heard;
  }

  /** From now on a call is made when those before it are answered; but for those that wait for others. */
  takeTurns(): void {
    this.#oneByOne = true;
  }

  /** Ends the connections that are kept alive. */
  close(): void {
    this.close_();
  }

  /**
   * Sends one request.
   *
   * @throws EngineTrouble where no whole answer came: unreachable, too slow, too large, too deep, aborted
   */
  send(request: EngineRequest): Promise<RawAnswer> {
    const inTurn = this.#oneByOne ? !waitsForOthers(request) : changesNetworks(request);
    return inTurn ? this.#turns.take(() => this.#send(request)) : this.#send(request);
  }

  async #send(request: EngineRequest): Promise<RawAnswer> {
    const begun = performance.now();
    const limitMs = this.#silence.limitOf(request.limitMs ?? CALL_LIMIT_MS);
    const deadline = new AbortController();
    const expire = setTimeout(() => deadline.abort('deadline'), limitMs);
    const abort = () => deadline.abort('aborted');
    // Every call under way listens to it; there is no number that would be too many.
    if (request.signal !== undefined) setMaxListeners(0, request.signal);
    request.signal?.addEventListener('abort', abort, { once: true });
    if (request.signal?.aborted) abort();
    const path = pathWithQuery(request);
    let began = false;
    try {
      if (limitMs === 0)
        throw new EngineTrouble('timeout', `not asked, since nothing was answered for ${this.#silence.lastsMs} ms`);
      const response = await this.#dial(request, path, deadline.signal);
      began = true;
      this.#silence.answered();
      const bytes = await readBounded(response, deadline.signal, request.enough);
      // A body that says no length ends with its connection, also where it is we who end that.
      deadline.signal.throwIfAborted();
      const text = bytes.toString('utf8');
      const answer = {
        method: request.method,
        path,
        status: response.statusCode ?? 0,
        headers: headersOf(response),
        text,
        json: parseJson(bytes, text),
        bytes,
        durationMs: round(performance.now() - begun),
      };
      this.#heard(answer);
      return answer;
    } catch (error) {
      if (!began && deadline.signal.reason === 'deadline') this.#silence.unanswered();
      throw this.#trouble(error, deadline.signal, request.method, path, limitMs);
    } finally {
      clearTimeout(expire);
      request.signal?.removeEventListener('abort', abort);
    }
  }

  #dial(request: EngineRequest, path: string, signal: AbortSignal): Promise<IncomingMessage> {
    const options = {
      // The modem cuts the last character of a path with a question mark where it has nothing to add.
      path: path.includes('?') && request.body === undefined ? `${path}&` : path,
      method: request.method,
      isStream: true,
      statusCodes: EVERY_STATUS,
      abortSignal: signal,
      ...(request.body === undefined ? {} : { options: { _query: {}, _body: request.body }, allowEmpty: true }),
      ...(request.archive === undefined ? {} : { file: request.archive }),
      // The modem adds its own to these.
      headers: {
        ...request.headers,
        ...(request.archive === undefined ? {} : { 'Content-Type': 'application/x-tar' }),
      },
    };
    return new Promise((resolve, reject) => {
      // Where an engine switches the protocol, node drops the connection and tells nobody, not even at an abort.
      signal.addEventListener('abort', () => reject(new Error('no answer began')), { once: true });
      this.#modem.dial(options, (error: unknown, response: unknown) => {
        if (error) reject(error);
        else resolve(response as IncomingMessage);
      });
    });
  }

  #trouble(error: unknown, signal: AbortSignal, method: string, path: string, limitMs: number): EngineTrouble {
    const call = `${method} ${path}`;
    if (error instanceof EngineTrouble) return new EngineTrouble(error.kind, `${call}: ${error.message}`);
    // What was thrown then is the echo of our own ending of the call, in one of several shapes.
    if (signal.aborted && signal.reason === 'deadline') {
      return new EngineTrouble('timeout', `${call} was not answered within ${limitMs} ms`);
    }
    if (signal.aborted) return new EngineTrouble('aborted', `${call} was given up`);
    return new EngineTrouble('unreachable', `${call}: ${messageOf(error)}`, { cause: error });
  }
}

function pathWithQuery(request: EngineRequest): string {
  const prefix = request.apiVersion === null ? '' : `/v${request.apiVersion}`;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value === undefined) continue;
    query.append(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  return `${prefix}${request.path}${query.size === 0 ? '' : `?${query}`}`;
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
