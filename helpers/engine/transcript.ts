/** The evidence of one claim: its calls with their answers and its commands with their output, redacted and bounded. */
import type { Answer } from './answer';
import type { RawAnswer } from './client';
import { redact, redactText } from './redact';

export interface RecordedCall {
  readonly phase: 'setup' | 'body';
  /** Which host of a cluster was asked. */
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

interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Writes calls down: a transcript, or the part of one that is of one host. */
export interface CallRecorder {
  answered(request: unknown, answer: RawAnswer, shown?: string): void;
  failed(method: string, path: string, request: unknown, error: string, ms: number): void;
}

export class Transcript implements CallRecorder {
  readonly #calls: RecordedCall[] = [];
  readonly #byAnswer = new WeakMap<Answer, RecordedCall>();
  readonly #commands: RecordedCommand[] = [];
  /** When calls were under way, in `performance.now()` milliseconds: what a run costs beyond the engine's own work. */
  readonly intervals: Interval[] = [];

  constructor(private readonly phase: 'setup' | 'body') {}

  /** The part of it that is of one host of a cluster. */
  at(host: string): CallRecorder {
    return {
      answered: (request, answer, shown) => this.answered(request, answer, shown, host),
      failed: (method, path, request, error, ms) => this.failed(method, path, request, error, ms, host),
    };
  }

  answered(request: unknown, answer: RawAnswer, shown?: string, host?: string): void {
    this.#interval(answer.durationMs);
    const call = {
      phase: this.phase,
      ...(host === undefined ? {} : { host }),
      method: answer.method,
      path: answer.path,
      ...(request === undefined ? {} : { request: redact(request) }),
      status: answer.status,
      ...(answer.text === '' ? {} : { response: redact(shown ?? answer.json ?? answer.text) }),
      ms: answer.durationMs,
    };
    this.#calls.push(call);
    this.#byAnswer.set(answer, call);
  }

  failed(method: string, path: string, request: unknown, error: string, ms: number, host?: string): void {
    this.#interval(ms);
    this.#calls.push({
      phase: this.phase,
      ...(host === undefined ? {} : { host }),
      method,
      path,
      ...(request === undefined ? {} : { request: redact(request) }),
      status: null,
      error: redactText(error),
      ms,
    });
  }

  ran(command: RecordedCommand): void {
    this.#commands.push({ ...command, stdout: redactText(command.stdout), stderr: redactText(command.stderr) });
  }

  /** The call of an answer that was recorded here. */
  callOf(answer: Answer): RecordedCall | undefined {
    return this.#byAnswer.get(answer);
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
    return { calls: calls.kept, commands: commands.kept, truncated: calls.cut || commands.cut };
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
