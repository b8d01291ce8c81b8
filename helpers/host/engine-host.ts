/** What a claim does on the engine's host (need `host`): on this machine where that is it, else by commands that reach it. */
import type { CommandResult } from '../claims/tools';

export interface EngineHost {
  /** Runs a command on it, without a shell; recorded as evidence. An exit status other than 0 is a result. */
  run(command: readonly string[], options?: { readonly limitMs?: number }): Promise<CommandResult>;
  /**
   * Starts a process that only waits, through a command that makes its surroundings, as `unshare --net`. It is gone when the
   * claim is over, or this process.
   *
   * @returns its id on the host, once it waits
   * @throws Error where it does not come up
   */
  waiting(through: readonly string[]): Promise<string>;
  /** An empty directory that everybody may write to; removed at the end. */
  directory(): Promise<string>;
  /** The text of a file, or the code of why it cannot be read, as `ENOENT`. */
  read(path: string): Promise<string>;
  /** Writes a file that everybody may read. */
  write(path: string, text: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** `a directory`, `no directory`, or the code of why that is not to be seen, as `ENOENT`. */
  kind(path: string): Promise<string>;
  /** The names in a directory. */
  list(path: string): Promise<string[]>;
  /** Pings an IPv4 address until one echo reply is there, for 5 s at most (need `pingFromHost`). */
  ping(address: string): Promise<{ readonly alive: boolean; readonly output: string }>;
  /**
   * Gets a page, past any proxy (need `httpFromHost`).
   *
   * @returns the first 4096 bytes of its body, or the code of why there is none, as `ECONNREFUSED`
   */
  get(address: string, port: number, path: string): Promise<string>;
  /** A TCP port on which nothing of the host listens now. */
  freePort(): Promise<number>;
}

/** Seconds of a ping. */
export const PING_SECONDS = 5;
/** Seconds until a page is there. */
export const GET_SECONDS = 2;
/** Characters of a page that are read. */
export const PAGE_LIMIT = 4_096;
