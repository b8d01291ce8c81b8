/** Images from what is here: a tree that is imported, a Dockerfile that is built. Both are streamed, and never held whole. */
import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { pack } from 'tar-stream';
import { messageOf } from '../engine/trouble';
import { oneLine } from '../target/quoted';
import { UsageError } from '../usage-error';
import type { OuterEngine } from './outer-engine';

/** Characters of progress that an engine may send, and of one line of it: a build of this size sends some 100 KB. */
const PROGRESS_LIMIT = 32 * 1024 * 1024;
const LINE_LIMIT = 1024 * 1024;

/** Lines of a build that are told where it fails. */
const TAIL_LINES = 4;

/** What makes no sense in an image, or is made anew: devices, other kernels' views, packages that are installed already. */
const LEFT_OUT = ['./dev/*', './proc/*', './sys/*', './var/cache/apt/archives/*.deb', './var/lib/apt/lists/*'];

/**
 * Imports a directory as an image.
 *
 * @throws UsageError where the outer engine refuses it
 */
export async function importTree(
  { docker }: OuterEngine,
  directory: string,
  reference: string,
  signal: AbortSignal,
): Promise<void> {
  const excludes = LEFT_OUT.map((pattern) => `--exclude=${pattern}`);
  const tar = spawn('tar', ['-C', directory, '--numeric-owner', ...excludes, '-c', '.'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    tar.on('error', reject);
    tar.on('close', resolve);
  });
  const [repo, tag] = reference.split(':');
  try {
    const answer = await docker.importImage(tar.stdout, { repo, tag, abortSignal: signal });
    await followed(answer, `the import of ${reference}`);
  } catch (error) {
    tar.kill('SIGKILL');
    await ended;
    throw error;
  }
  if ((await ended) !== 0) throw new Error(`tar could not read all of ${directory}`);
}

export interface BuildOptions {
  readonly reference: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Variables of the build alone, as `http_proxy`: no image and no history of it holds them. */
  readonly environment: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/**
 * Builds an image from files, one of which is the Dockerfile. Its commands use this machine's network: they reach what
 * this machine reaches.
 *
 * @throws UsageError with the last lines of the build where it fails
 */
export async function buildImage(
  { docker }: OuterEngine,
  files: Readonly<Record<string, string>>,
  options: BuildOptions,
): Promise<void> {
  const { reference, labels, environment, signal } = options;
  const context = pack();
  for (const [name, content] of Object.entries(files)) context.entry({ name, mode: 0o644 }, content);
  context.finalize();
  const answer = await docker.buildImage(Readable.from(context), {
    t: reference,
    labels,
    buildargs: environment,
    networkmode: 'host',
    forcerm: true,
    abortSignal: signal,
  });
  await followed(answer, `the build of ${reference}`);
}

/** Reads the progress of an import or a build to its end: an error is told inside of it, after a status of 200. */
async function followed(answer: NodeJS.ReadableStream, what: string): Promise<void> {
  const tail: string[] = [];
  let size = 0;
  let rest = '';
  for await (const chunk of answer) {
    size += chunk.length;
    const lines = `${rest}${chunk.toString()}`.split('\n');
    rest = lines.pop() ?? '';
    if (size > PROGRESS_LIMIT || rest.length > LINE_LIMIT) throw new Error(`${what} tells progress without an end`);
    for (const line of lines) note(line, tail, what);
  }
  note(rest, tail, what);
}

function note(line: string, tail: string[], what: string): void {
  const { stream, error } = entryOf(line);
  if (typeof error === 'string') {
    const said = [...tail, error].map((each) => oneLine(each, 200)).join(' | ');
    throw new UsageError(`${what} failed: ${said}`, 'see whether apt-get update works on this machine, then try again');
  }
  if (typeof stream === 'string' && stream.trim() !== '') tail.push(stream);
  if (tail.length > TAIL_LINES) tail.shift();
}

function entryOf(line: string): { readonly stream?: unknown; readonly error?: unknown } {
  if (line.trim() === '') return {};
  try {
    const entry: unknown = JSON.parse(line);
    return typeof entry === 'object' && entry !== null ? entry : {};
  } catch (error) {
    throw new Error(`progress that is no JSON: ${messageOf(error)}`, { cause: error });
  }
}
