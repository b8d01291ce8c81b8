/** The evidence of one claim: its calls with their answers and its commands with their output, redacted and bounded. */
import type { RawAnswer } from './client';
import { redact, redactText } from './redact';

export interface RecordedCall {
  readonly phase: 'setup' | 'body';
  readonly method: string;
  readonly path: string;
  readonly request?: unknown;
  readonly status: number | null;
  readonly response?: unknown;
  readonly error?: string;
  readonly ms: number;
}

export interface RecordedCommand {
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

/** Bytes of one body, and of all the evidence of one claim. Departures are kept at length, passes in brief. */
const BOUNDS = { full: { body: 16_384, all: 262_144 }, brief: { body: 700, all: 12_288 } };

interface Interval {
  readonly from: number;
  readonly to: number;
}

export class Transcript {
  readonly #calls: RecordedCall[] = [];
  readonly #commands: RecordedCommand[] = [];
  /** When calls were under way, in `performance.now()` milliseconds: what a run costs beyond the engine's own work. */
  readonly intervals: Interval[] = [];

  constructor(private readonly phase: 'setup' | 'body') {}

  answered(request: unknown, answer: RawAnswer, shown?: string): void {
    this.#interval(answer.durationMs);
    this.#calls.push({
      phase: this.phase,
      method: answer.method,
      path: answer.path,
      ...(request === undefined ? {} : { request: redact(request) }),
      status: answer.status,
      ...(answer.text === '' ? {} : { response: redact(shown ?? answer.json ?? answer.text) }),
      ms: answer.durationMs,
    });
  }

  failed(method: string, path: string, request: unknown, error: string, ms: number): void {
    this.#interval(ms);
    this.#calls.push({
      phase: this.phase,
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

  /** The last call that the engine answered, for the line that shows how to see it by hand. */
  get lastCall(): RecordedCall | undefined {
    return this.#calls.at(-1);
  }

  /** The evidence with that of the fixtures before it, within the bounds. */
  evidence(detail: 'full' | 'brief', setups: readonly Transcript[] = []): Evidence {
    const bounds = BOUNDS[detail];
    const calls = [...setups.flatMap((setup) => setup.#calls), ...this.#calls];
    let left = bounds.all;
    let truncated = false;
    const kept: RecordedCall[] = [];
    // From the end: what was judged came last.
    for (const call of calls.reverse()) {
      const bounded = boundCall(call, bounds.body);
      const size = JSON.stringify(bounded.call).length;
      if (size > left) {
        truncated = true;
        break;
      }
      truncated ||= bounded.cut;
      left -= size;
      kept.unshift(bounded.call);
    }
    const commands = this.#commands.map((command) => ({
      ...command,
      stdout: command.stdout.slice(0, bounds.body),
      stderr: command.stderr.slice(0, bounds.body),
    }));
    return { calls: kept, commands, truncated };
  }

  #interval(ms: number): void {
    const now = performance.now();
    this.intervals.push({ from: now - ms, to: now });
  }
}

function boundCall(call: RecordedCall, bytes: number): { call: RecordedCall; cut: boolean } {
  const request = bound(call.request, bytes);
  const response = bound(call.response, bytes);
  return {
    call: {
      ...call,
      ...(request.value === undefined ? {} : { request: request.value }),
      ...(response.value === undefined ? {} : { response: response.value }),
    },
    cut: request.cut || response.cut,
  };
}

function bound(value: unknown, bytes: number): { value: unknown; cut: boolean } {
  if (value === undefined) return { value, cut: false };
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= bytes ? { value, cut: false } : { value: `${text.slice(0, bytes)}...`, cut: true };
}
