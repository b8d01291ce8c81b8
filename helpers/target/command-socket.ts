/** A command's standard input and output as the socket of an HTTP connection. */
import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import type { Semaphore } from '../run/semaphore';
import { type CommandEnd, commandEnd, type PipedCommand } from './command-end';

/** Milliseconds in which a command whose input is closed is waited for to say why. */
const REASON_LIMIT_MS = 1000;

/** Milliseconds after which a command that has said nothing yet no longer keeps others from starting. */
const START_LIMIT_MS = 1000;

export interface SocketCommand {
  readonly file: string;
  readonly args: readonly string[];
  /** As messages name it: `ssh to admin@host`. */
  readonly label: string;
}

/**
 * Starts the command, and is destroyed with its words on standard error where it fails. Has what node's HTTP client asks
 * of a socket beyond a Duplex: timeouts, `ref` and `unref`, and the settings of TCP, which mean nothing here.
 */
export class CommandSocket extends Duplex {
  /** As of a socket: milliseconds of silence until `timeout` is emitted; 0 for never. */
  timeout = 0;
  #child: PipedCommand | undefined;
  #answered = false;
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
          if (this.destroyed) this.#started();
          else this.#start();
          callback();
        }),
    );
  }

  override _read(): void {
    this.#child?.stdout.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, callback: (error?: Error | null) => void): void {
    this.#heard();
    this.#child?.stdin.write(chunk, (error) => {
      // An error is that of the pipe, and the command's own words are the better message: they destroy this socket.
      if (!error) callback();
    });
  }

  override _final(callback: (error?: Error | null) => void): void {
    if (this.#child === undefined || this.#child.stdin.destroyed) callback();
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

  #start(): void {
    // A session of its own: the interrupt of a terminal must not end the connection over which the run cleans up.
    const child = spawn(this.command.file, [...this.command.args], { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
    this.#child = child;
    void commandEnd(child, this.command.label).then((end) => this.#ended(end));
    for (const pipe of [child.stdin, child.stdout, child.stderr]) pipe.on('error', (error) => this.#broken(error));
    child.stdout.on('data', (chunk: Buffer) => {
      this.#answered = true;
      this.#started();
      this.#heard();
      if (!this.push(chunk)) child.stdout.pause();
    });
    if (!this.#referenced) this.#reference(false);
  }

  #ended({ succeeded, message }: CommandEnd): void {
    if (this.destroyed) return;
    clearTimeout(this.#reason);
    if (succeeded && this.#answered) this.push(null);
    else this.destroy(new Error(message));
  }

  #broken(error: Error): void {
    if (this.destroyed) return;
    this.#reason ??= setTimeout(() => this.destroy(error), REASON_LIMIT_MS);
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
