/**
 * What labels cannot carry, written down before it exists or at once after: anonymous volumes and directories of a run.
 * `clean` reads it after a run that was killed, and a run that goes on at the same time knows by it what is not its own.
 * One file a run, JSON lines, in a directory of this user's in the system's temporary directory.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { errnoOf } from '../probe/errno';
import { UsageError } from '../usage-error';

interface Opening {
  readonly run: string;
  readonly pid: number;
  readonly endpoint: string;
}

export interface LedgerContent {
  readonly run: string;
  readonly endpoint: string;
  /** Whether the process that wrote it still runs. */
  readonly alive: boolean;
  readonly volumes: readonly string[];
  /** References or ids of probe images. */
  readonly images: readonly string[];
  readonly directories: readonly string[];
}

export class Ledger {
  readonly #file: string;

  /** Opens the ledger of a run on one endpoint; several targets of a run have one each. */
  constructor(run: string, endpoint: string, directory: string = ledgerDirectory()) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    assertOwn(directory);
    const target = createHash('sha256').update(endpoint).digest('hex').slice(0, 8);
    this.#file = join(directory, `${run}-${target}.jsonl`);
    const opening: Opening = { run, pid: process.pid, endpoint };
    this.#append(opening);
  }

  volume(name: string): void {
    this.#append({ volume: name });
  }

  image(reference: string): void {
    this.#append({ image: reference });
  }

  directory(path: string): void {
    this.#append({ directory: path });
  }

  /** Everything written down is gone from the engine and the disk. */
  close(): void {
    rmSync(this.#file, { force: true });
  }

  #append(entry: object): void {
    appendFileSync(this.#file, `${JSON.stringify(entry)}\n`, { mode: 0o600, flush: true });
  }
}

/**
 * All ledgers that are there. A line that a kill cut short is left out.
 *
 * @throws UsageError where somebody else can write to the directory: what a ledger names is removed
 */
export function readLedgers(directory: string = ledgerDirectory()): (LedgerContent & { readonly file: string })[] {
  let names: string[];
  try {
    assertOwn(directory);
    names = readdirSync(directory).filter((name) => name.endsWith('.jsonl'));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
  return names.flatMap((name) => {
    const file = join(directory, name);
    const content = parseLedger(readIfThere(file));
    return content === undefined ? [] : [{ ...content, file }];
  });
}

/** Parses the lines of one ledger; undefined where not even its opening is whole. */
export function parseLedger(text: string): LedgerContent | undefined {
  let opening: Opening | undefined;
  const volumes: string[] = [];
  const images: string[] = [];
  const directories: string[] = [];
  for (const line of text.split('\n')) {
    const entry = parseLine(line);
    if (typeof entry.run === 'string' && typeof entry.pid === 'number' && typeof entry.endpoint === 'string') {
      opening = { run: entry.run, pid: entry.pid, endpoint: entry.endpoint };
    }
    if (typeof entry.volume === 'string') volumes.push(entry.volume);
    if (typeof entry.image === 'string') images.push(entry.image);
    if (typeof entry.directory === 'string') directories.push(entry.directory);
  }
  if (opening === undefined) return undefined;
  return { run: opening.run, endpoint: opening.endpoint, alive: isAlive(opening.pid), volumes, images, directories };
}

function assertOwn(directory: string): void {
  const status = lstatSync(directory);
  if (status.isDirectory() && status.uid === userInfo().uid && (status.mode & 0o022) === 0) return;
  throw new UsageError(
    `${directory} can be written by others, so what it says of earlier runs cannot be believed`,
    'move it away after a look at it, or set TMPDIR to a directory of your own',
  );
}

function ledgerDirectory(): string {
  return join(tmpdir(), `engine-conformance-${userInfo().uid}`);
}

function parseLine(line: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(line === '' ? '{}' : line);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    // Another run ended between the listing and the reading.
    if (errnoOf(error) === 'ENOENT') return '';
    throw error;
  }
}

function isAlive(pid: number): boolean {
  // 0 and less are whole groups of processes.
  if (pid < 1) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errnoOf(error) === 'EPERM';
  }
}
