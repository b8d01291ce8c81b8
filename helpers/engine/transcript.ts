/** The evidence of one claim: its calls with their answers and its commands with their output, redacted and bounded. */
import type { Endpoint } from '../target/target';
import type { Answer } from './answer';
import type { RawAnswer } from './client';
import { redact, redactText } from './redact';

export interface RecordedCall {
  readonly phase: 'setup' | 'body';
  /** Which place was asked, where it is not the target: a host of a cluster, a manager, an engine of the lab, a registry. */
  readonly host?: string;
  readonly method: string;
  readonly path: string;
  readonly request?: unknown;
  readonly status: number | null;
  readonly response?: unknown;
  readonly error?: string;
  readonly ms: number;
}

export interface RecordedCommand {
  /** On which host of a cluster it was run; on this machine where nothing is said. */
  readonly host?: string;
  readonly command: string;
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
}

export interface Evidence {
  readonly calls: readonly RecordedCall[];
  readonly commands: readonly RecordedCommand[];
  /** Whether something was left out for its size. */
  readonly truncated: boolean;
}

/**
 * Characters of one body or output, and bytes of all the evidence of one claim as JSON. Departures are kept at length,
 * passes in brief.
 */
const BOUNDS = { full: { body: 16_384, all: 262_144 }, brief: { body: 700, all: 12_288 } };

/** Characters of an answer from which no more of it is held than evidence shows, and from which nothing is. */
const LONGEST_HELD = 262_144;
const LONGEST_READ = 4 * 1024 * 1024;

interface Interval {
  readonly from: number;
  readonly to: number;
}

/** A place beside the target: as evidence names it, and the way there. */
interface Elsewhere {
  readonly host: string;
  readonly endpoint: Endpoint;
}

/** Writes calls down: a transcript, or the part of one that is of one host. */
export interface CallRecorder {
  answered(request: unknown, answer: RawAnswer, shown?: string): void;
  failed(method: string, path: string, request: unknown, error: string, ms: number): void;
}

export class Transcript implements CallRecorder {
  readonly #calls: RecordedCall[] = [];
  readonly #byAnswer = new WeakMap<Answer, RecordedCall>();
  /** Of calls that were made elsewhere than at the target: no part of the evidence, which names the host. */
  readonly #endpoints = new WeakMap<RecordedCall, Endpoint>();
  readonly #commands: RecordedCommand[] = [];
  #leftOut = false;
  /** When calls were under way, in `performance.now()` milliseconds: what a run costs beyond the engine's own work. */
  readonly intervals: Interval[] = [];

  constructor(private readonly phase: 'setup' | 'body') {}

  /** The part of it that is of one place beside the target: a host of a cluster, a manager, an engine of the lab, a registry. */
  at(host: string, endpoint: Endpoint): CallRecorder {
    return {
      answered: (request, answer, shown) => this.#answered(request, answer, shown, { host, endpoint }),
      failed: (method, path, request, error, ms) => this.#failed(method, path, request, error, ms, { host, endpoint }),
    };
  }

  answered(request: unknown, answer: RawAnswer, shown?: string): void {
    this.#answered(request, answer, shown);
  }

  failed(method: string, path: string, request: unknown, error: string, ms: number): void {
    this.#failed(method, path, request, error, ms);
  }

  #answered(request: unknown, answer: RawAnswer, shown?: string, at?: Elsewhere): void {
    this.#interval(answer.durationMs);
    const call = {
      phase: this.phase,
      ...(at === undefined ? {} : { host: at.host }),
      method: answer.method,
      path: answer.path,
      ...(request === undefined ? {} : { request: redact(request) }),
      status: answer.status,
      ...(answer.text === '' ? {} : { response: this.#held(answer, shown) }),
      ms: answer.durationMs,
    };
    this.#keep(call, at);
    this.#byAnswer.set(answer, call);
  }

  #failed(method: string, path: string, request: unknown, error: string, ms: number, at?: Elsewhere): void {
    this.#interval(ms);
    const call = {
      phase: this.phase,
      ...(at === undefined ? {} : { host: at.host }),
      method,
      path,
      ...(request === undefined ? {} : { request: redact(request) }),
      status: null,
      error: redactText(error),
      ms,
    };
    this.#keep(call, at);
  }

  /** An answer as long as an engine likes is not held until the end of the claim: no more of it than evidence shows. */
  #held({ json, text }: RawAnswer, shown: string | undefined): unknown {
    if (text.length > LONGEST_READ) {
      this.#leftOut = true;
      return `(${text.length} characters)`;
    }
    const value = redact(shown ?? json ?? text);
    return text.length > LONGEST_HELD ? bound(value, BOUNDS.full.body).value : value;
  }

  #keep(call: RecordedCall, at: Elsewhere | undefined): void {
    this.#calls.push(call);
    if (at !== undefined) this.#endpoints.set(call, at.endpoint);
  }

  ran(command: RecordedCommand): void {
    this.#commands.push({ ...command, stdout: redactText(command.stdout), stderr: redactText(command.stderr) });
  }

  /** The call of an answer that was recorded here. */
  callOf(answer: Answer): RecordedCall | undefined {
    return this.#byAnswer.get(answer);
  }

  /** Where a call that was recorded here was made; undefined where that was the target. */
  endpointOf(call: RecordedCall): Endpoint | undefined {
    return this.#endpoints.get(call);
  }

  /** The last call that the engine answered, for the line that shows how to see it by hand. */
  get lastCall(): RecordedCall | undefined {
    return this.#calls.at(-1);
  }

  /** The evidence with that of the fixtures before it, within the bounds; commands take at most half of them. */
  evidence(detail: 'full' | 'brief', setups: readonly Transcript[] = []): Evidence {
    const { body, all } = BOUNDS[detail];
    const called = [...setups.flatMap((setup) => setup.#calls), ...this.#calls];
    const commands = keepLast(this.#commands, (command) => boundCommand(command, body), all / 2);
    const calls = keepLast(called, (call) => boundCall(call, body), all - commands.bytes);
    return { calls: calls.kept, commands: commands.kept, truncated: this.#leftOut || calls.cut || commands.cut };
  }

  #interval(ms: number): void {
    const now = performance.now();
    this.intervals.push({ from: now - ms, to: now });
  }
}

interface Bounded<T> {
  readonly value: T;
  readonly cut: boolean;
}

/** The last of the items that find room, in their order: what was judged came last. */
function keepLast<T>(items: readonly T[], bounded: (item: T) => Bounded<T>, room: number) {
  const kept: T[] = [];
  let bytes = 0;
  let cut = false;
  for (const item of items.toReversed()) {
    const { value, cut: shortened } = bounded(item);
    const size = Buffer.byteLength(JSON.stringify(value));
    cut ||= shortened || bytes + size > room;
    if (bytes + size > room) break;
    bytes += size;
    kept.unshift(value);
  }
  return { kept, cut, bytes };
}

function boundCall(call: RecordedCall, length: number): Bounded<RecordedCall> {
  const request = bound(call.request, length);
  const response = bound(call.response, length);
  return {
    value: {
      ...call,
      ...(request.value === undefined ? {} : { request: request.value }),
      ...(response.value === undefined ? {} : { response: response.value }),
    },
    cut: request.cut || response.cut,
  };
}

function boundCommand(command: RecordedCommand, length: number): Bounded<RecordedCommand> {
  const line = boundText(command.command, length);
  const stdout = boundText(command.stdout, length);
  const stderr = boundText(command.stderr, length);
  const value = { ...command, command: line.value, stdout: stdout.value, stderr: stderr.value };
  return { value, cut: line.cut || stdout.cut || stderr.cut };
}

function bound(value: unknown, length: number): Bounded<unknown> {
  if (value === undefined) return { value, cut: false };
  const shown = boundText(typeof value === 'string' ? value : JSON.stringify(value), length);
  return shown.cut ? shown : { value, cut: false };
}

function boundText(text: string, length: number): Bounded<string> {
  return text.length <= length ? { value: text, cut: false } : { value: `${text.slice(0, length)}...`, cut: true };
}
