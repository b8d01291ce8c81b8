/** A command's standard input and output as the socket of an HTTP connection. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { Duplex, type Readable, type Writable } from 'node:stream';
import type { Semaphore } from '../run/semaphore';
import { oneLine } from './quoted';

/** Bytes of what the command writes to standard error that are kept, the last ones. */
const STDERR_LIMIT = 4096;

/** Milliseconds in which a command that ended, or whose input is closed, is waited for to say why. */
const REASON_LIMIT_MS = 500;

/** Milliseconds after which a command that has said nothing yet no longer keeps others from starting. */
const START_LIMIT_MS = 1000;

export interface SocketCommand {
  readonly file: string;
  readonly args: readonly string[];
  /** As messages name it: `ssh to admin@host`. */
  readonly label: string;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/**
 * Starts the command, and is destroyed with its words on standard error where it fails. Has what node's HTTP client asks
 * of a socket beyond a Duplex: timeouts, `ref` and `unref`, and the settings of TCP, which mean nothing here.
 */
export class CommandSocket extends Duplex {
  /** As of a socket: milliseconds of silence until `timeout` is emitted; 0 for never. */
  timeout = 0;
  #child: Child | undefined;
  #stderr = Buffer.alloc(0);
  #exit: { readonly code: number | null; readonly signal: NodeJS.Signals | null } | undefined;
  #answered = false;
  #stdoutEnded = false;
  #stderrEnded = false;
  #referenced = true;
  #silence: NodeJS.Timeout | undefined;
  #reason: NodeJS.Timeout | undefined;
  #started: () => void = () => {};

  /** @param starts how many commands may be starting at the same time; one counts until it says something or ends */
  constructor(
    private readonly command: SocketCommand,
    private readonly starts: Semaphore,
  ) {
    super({ allowHalfOpen: false });
  }

  override _construct(callback: (error?: Error | null) => void): void {
    void this.starts.run(
      () =>
        new Promise<void>((resolve) => {
          const limit = setTimeout(resolve, START_LIMIT_MS);
          this.#started = () => {
            clearTimeout(limit);
            resolve();
          };
          callback(this.destroyed ? null : this.#spawn());
          if (this.destroyed) this.#started();
        }),
    );
  }

  override _read(): void {
    this.#child?.stdout.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, callback: (error?: Error | null) => void): void {
    this.#heard();
    this.#child?.stdin.write(chunk, (error) => this.#written(error, callback));
  }

  override _final(callback: (error?: Error | null) => void): void {
    if (this.#child === undefined || this.#exit !== undefined) callback();
    else this.#child.stdin.end(() => callback());
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    clearTimeout(this.#silence);
    clearTimeout(this.#reason);
    this.#started();
    const child = this.#child;
    if (child !== undefined) {
      child.kill();
      for (const pipe of [child.stdin, child.stdout, child.stderr]) pipe.destroy();
    }
    callback(error);
  }

  /** Emits `timeout` after so many milliseconds of silence, each time anew; 0 switches it off. */
  setTimeout(milliseconds: number, listener?: () => void): this {
    this.timeout = milliseconds;
    if (listener !== undefined) {
      if (milliseconds === 0) this.removeListener('timeout', listener);
      else this.once('timeout', listener);
    }
    this.#heard();
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this.#reference(true);
  }

  unref(): this {
    return this.#reference(false);
  }

  /** Destroys when everything is written. */
  destroySoon(): void {
    if (this.writableFinished) this.destroy();
    else this.once('finish', () => this.destroy()).end();
  }

  /** Starts the command. Returns why it cannot be started, where node says so at once. */
  #spawn(): Error | null {
    try {
      // A session of its own: the interrupt of a terminal must not end the connection over which the run cleans up.
      const child: Child = spawn(this.command.file, [...this.command.args], { stdio: 'pipe', detached: true });
      this.#attach(child);
      return null;
    } catch (error) {
      return new Error(`${this.command.label}: cannot be started`, { cause: error });
    }
  }

  #attach(child: Child): void {
    this.#child = child;
    child.on('error', (error) => {
      this.destroy(new Error(`${this.command.label}: cannot be started: ${oneLine(error.message)}`, { cause: error }));
    });
    child.on('exit', (code, signal) => {
      this.#exit = { code, signal };
      this.#ended();
    });
    // Errors of the pipe are reported to the writer, which asks the command for its reason first.
    child.stdin.on('error', (error) => this.#broken(error));
    child.stdout.on('error', (error) => this.#broken(error));
    child.stderr.on('error', (error) => this.#broken(error));
    child.stdout.on('data', (chunk: Buffer) => {
      this.#answered = true;
      this.#started();
      this.#heard();
      if (!this.push(chunk)) child.stdout.pause();
    });
    child.stdout.on('end', () => {
      this.#stdoutEnded = true;
      this.#ended();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      this.#stderr = Buffer.concat([this.#stderr, chunk]).subarray(-STDERR_LIMIT);
    });
    child.stderr.on('end', () => {
      this.#stderrEnded = true;
      this.#ended();
    });
    if (!this.#referenced) this.#reference(false);
  }

  #written(error: Error | null | undefined, callback: (error?: Error | null) => void): void {
    // Where the pipe is broken the command has ended or will: its own words are the better message.
    if (error) this.#broken(error);
    else callback();
  }

  #broken(error: Error): void {
    if (this.destroyed) return;
    this.#reason ??= setTimeout(() => this.destroy(error), REASON_LIMIT_MS);
    this.#ended();
  }

  /** Decides what the end of the command means, once all that it said has been read. */
  #ended(): void {
    if (this.#exit === undefined || !this.#stdoutEnded || this.destroyed) return;
    clearTimeout(this.#reason);
    // A program that it left running may hold stderr for ever, as ssh does that shares its connection.
    if (this.#stderrEnded) this.#conclude();
    else this.#reason = setTimeout(() => this.#conclude(), REASON_LIMIT_MS);
  }

  #conclude(): void {
    clearTimeout(this.#reason);
    if (this.#exit?.code === 0 && this.#answered) {
      this.push(null);
      return;
    }
    const { code, signal } = this.#exit ?? { code: null, signal: null };
    const status = signal === null ? `status ${code}` : signal;
    const said = oneLine(this.#stderr.toString('utf8'));
    this.destroy(new Error(`${this.command.label} ended with ${status}${said === '' ? '' : `: ${said}`}`));
  }

  #heard(): void {
    clearTimeout(this.#silence);
    if (this.timeout > 0 && !this.destroyed) {
      this.#silence = setTimeout(() => this.emit('timeout'), this.timeout).unref();
    }
  }

  #reference(wanted: boolean): this {
    this.#referenced = wanted;
    const child = this.#child;
    if (child === undefined) return this;
    const pipes = [child.stdin, child.stdout, child.stderr].filter((pipe) => pipe instanceof Socket);
    for (const handle of [child, ...pipes]) {
      if (wanted) handle.ref();
      else handle.unref();
    }
    return this;
  }
}
