/** The engine's host where this machine is it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import ping from 'ping';
import type { Maker } from '../claims/maker';
import type { ClaimTools } from '../claims/tools';
import { type EngineHost, GET_SECONDS, PAGE_LIMIT, PING_SECONDS } from './engine-host';

/** What of a claim's tools it stands on. */
export interface Here {
  readonly run: ClaimTools['run'];
  readonly make: Pick<Maker, 'directory' | 'defer'>;
}

/** This machine as the engine's host. */
export function thisMachine({ run, make }: Here): EngineHost {
  return {
    run: ([file = '', ...args], options) => run(file, args, options),
    waiting: ([file = '', ...args]) => startWaiting(file, args, make),
    directory: async () => {
      const path = await make.directory();
      await chmod(path, 0o777);
      return path;
    },
    read: (path) => sight(readFile(path, 'utf8')),
    write: (path, text) => writeFile(path, text, { mode: 0o644 }),
    remove: (path) => rm(path, { force: true }),
    kind: (path) => sight(stat(path).then((found) => (found.isDirectory() ? 'a directory' : 'no directory'))),
    list: (path) => readdir(path),
    ping: async (address) => {
      const limits = { min_reply: 1, timeout: PING_SECONDS, deadline: PING_SECONDS };
      const { alive, output } = await ping.promise.probe(address, limits);
      return { alive, output };
    },
    get: page,
    freePort,
  };
}

/** What a look finds, or the code of its error, as `ENOENT`. Anything else thrown is passed on. */
async function sight(look: Promise<string>): Promise<string> {
  try {
    return await look;
  } catch (error) {
    // Not by instanceof: what node itself throws is of another realm than a suite that jest runs.
    if (typeof error === 'object' && error !== null && 'code' in error) return String(error.code);
    throw error;
  }
}

/** It waits for a word that never comes: where this process is killed, its end of the pipe closes, and it ends. */
async function startWaiting(file: string, args: readonly string[], make: Pick<Maker, 'defer'>): Promise<string> {
  const child = spawn(file, [...args, 'sh', '-c', 'echo up; read -r word'], { stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  make.defer(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(0, PAGE_LIMIT);
  });
  const first = await Promise.race([once(child.stdout, 'data'), ended]);
  if (String(first[0]) !== 'up\n') throw new Error(`${[file, ...args].join(' ')} does not come up: ${said.trim()}`);
  return String(child.pid);
}

function page(address: string, port: number, path: string): Promise<string> {
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(GET_SECONDS * 1000);
    const asked = request({ host: address, port, path, agent: false, signal }, (answer) => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (text: string) => {
        body += text;
        if (body.length > PAGE_LIMIT) asked.destroy();
      });
      answer.on('close', () => resolve(body.slice(0, PAGE_LIMIT)));
      answer.on('error', () => resolve(body.slice(0, PAGE_LIMIT)));
    });
    asked.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    asked.end();
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
