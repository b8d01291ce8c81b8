/** dockerd: how it is started, and when it is up. */
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { basename, delimiter } from 'node:path';
import { oneLine } from '../target/quoted';
import { UsageError } from '../usage-error';
import { poll } from '../verdict/poll';
import { isRunning, type ProcessIdentity, readProcess } from './process-table';
import { placesIn } from './state';
import { toolDirectories } from './tool';

/** How long dockerd may take to answer. */
const START_LIMIT_MS = 60_000;
/** How long one look at the socket may take. */
const PING_LIMIT_MS = 2000;
/** How long dockerd waits for a container when it is stopped itself. */
const SHUTDOWN_SECONDS = 5;
/** Bytes of the log's end that are looked at for a reason. */
const LOG_TAIL = 64 * 1024;

/** Variables by which a service manager speaks to its own services. */
const NOT_INHERITED = ['NOTIFY_SOCKET', 'LISTEN_FDS', 'LISTEN_PID', 'LISTEN_FDNAMES', 'INVOCATION_ID', 'WATCHDOG_PID'];

/**
 * The arguments of an engine that shares no file with another: data, state, sockets and configuration are in its own
 * directory; and where a containerd of the system runs, which dockerd then uses, its containers are in a namespace of
 * their own there.
 *
 * @param group the group that may use the socket, where the system has it
 */
export function dockerdArguments(
  directory: string,
  group: string | undefined,
  extra: readonly string[] = [],
): string[] {
  const places = placesIn(directory);
  const namespace = basename(directory);
  return [
    ...['--host', `unix://${places.socket}`],
    ...['--data-root', places.dataRoot],
    ...['--exec-root', places.execRoot],
    ...['--pidfile', places.pidFile],
    ...['--config-file', places.config],
    ...['--containerd-namespace', namespace],
    ...['--containerd-plugins-namespace', `${namespace}-plugins`],
    ...['--shutdown-timeout', String(SHUTDOWN_SECONDS)],
    ...(group === undefined ? [] : ['--group', group]),
    ...extra,
  ];
}

/** The group `docker` where /etc/group has it. */
export function dockerGroup(groups = readFileSync('/etc/group', 'utf8')): string | undefined {
  return /^docker:/m.test(groups) ? 'docker' : undefined;
}

/** Starts dockerd in a session of its own, its output in its directory's log. */
export function startDockerd(dockerd: string, directory: string, extra: readonly string[]): Promise<ProcessIdentity> {
  const places = placesIn(directory);
  writeFileSync(places.config, '{}\n');
  const log = openSync(places.log, 'a', 0o600);
  const env: NodeJS.ProcessEnv = { ...process.env, PATH: toolDirectories().join(delimiter) };
  for (const name of NOT_INHERITED) delete env[name];
  const child = spawn(dockerd, dockerdArguments(directory, dockerGroup(), extra), {
    cwd: '/',
    detached: true,
    env,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  return new Promise((resolve, reject) => {
    child.on('error', (cause) => reject(new Error(`${dockerd} cannot be started`, { cause })));
    child.on('spawn', () => {
      const entry = child.pid === undefined ? undefined : readProcess(child.pid);
      if (entry === undefined) reject(new UsageError(`${dockerd} ended at once`, 'run it by hand to see why'));
      else resolve({ pid: entry.pid, startTime: entry.startTime });
    });
  });
}

/**
 * Waits until dockerd answers.
 *
 * @returns undefined when it does, else why it does not: `ended`, or `silent` for the whole limit
 * @throws the signal's reason where it aborts
 */
export async function waitForDockerd(
  directory: string,
  engine: ProcessIdentity,
  signal: AbortSignal,
): Promise<'ended' | 'silent' | undefined> {
  const { socket } = placesIn(directory);
  const look = async (): Promise<'up' | 'ended' | 'silent'> => {
    if (!isRunning(engine)) return 'ended';
    return (await answersPing(socket)) ? 'up' : 'silent';
  };
  const { last } = await poll(look, (seen) => seen !== 'silent', START_LIMIT_MS, signal);
  return last === 'up' ? undefined : last;
}

/** Does an engine answer `/_ping` with 200 on this socket? */
export function answersPing(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ socketPath, path: '/_ping', timeout: PING_LIMIT_MS, agent: false }, (answer) => {
      answer.destroy();
      resolve(answer.statusCode === 200);
    });
    asked.on('timeout', () => asked.destroy(new Error('no answer')));
    // Not there, not listening, not speaking HTTP: it does not answer yet, and the poll's limit says when that is final.
    asked.on('error', () => resolve(false));
    asked.end();
  });
}

/** Why dockerd did not come up, from the end of its log: its last lines of trouble, else its last line. */
export function troubleIn(log: string): string {
  const lines = log
    .slice(-LOG_TAIL)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const trouble = lines.filter((line) => /level=(error|fatal)|failed to start|^panic:|unknown flag/.test(line));
  const said = (trouble.length > 0 ? trouble.slice(-2) : lines.slice(-1)).map((line) => {
    const message = /\bmsg="((?:[^"\\]|\\.)*)"/.exec(line);
    return oneLine(message?.[1]?.replace(/\\(.)/g, '$1') ?? line, 300);
  });
  return said.length === 0 ? 'its log is empty' : said.join('; ');
}
