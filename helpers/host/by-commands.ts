/** The engine's host where it is another machine or a container: all by commands that reach it, as root. */
import { randomInt } from 'node:crypto';
import type { Maker } from '../claims/maker';
import type { CommandResult } from '../claims/tools';
import type { HostCommand } from '../target/cluster';
import { poll } from '../verdict/poll';
import { type EngineHost, GET_SECONDS, PAGE_LIMIT, PING_SECONDS } from './engine-host';

/** Seconds after which a process that only waits ends by itself: the suite may be killed meanwhile. */
const WAITING_SECONDS = 120;
/** Milliseconds until it waits. */
const WAITING_WITHIN_MS = 5_000;
/** Among the ports that nobody is given without asking: below those that Linux hands out itself. */
const PORTS = { first: 20_000, last: 32_000 } as const;

/** Bash opens a connection as a file; what cannot be opened is told of in words. */
const GET = `exec 3<>"/dev/tcp/$1/$2" || exit 7
printf 'GET %s HTTP/1.0\\r\\nHost: %s\\r\\n\\r\\n' "$3" "$1" >&3
cat <&3`;

/** Errors as the C library words them. */
const CODES: Readonly<Record<string, string>> = {
  'No such file or directory': 'ENOENT',
  'Not a directory': 'ENOTDIR',
  'Is a directory': 'EISDIR',
  'Permission denied': 'EACCES',
  'Connection refused': 'ECONNREFUSED',
  'No route to host': 'EHOSTUNREACH',
  'Network is unreachable': 'ENETUNREACH',
  'Connection reset by peer': 'ECONNRESET',
};

/** What of a claim's tools it stands on. */
export interface There {
  /** Runs a command on the host, and records it. */
  readonly run: HostCommand;
  readonly make: Pick<Maker, 'defer' | 'name'>;
  readonly signal: AbortSignal;
}

/** A host that commands reach. */
export function hostByCommands({ run, make, signal }: There): EngineHost {
  /** The end of a command that is taken for granted. */
  const done = async (...command: string[]) => {
    const result = await run(command);
    if (result.exitCode !== 0) throw new Error(`${command.join(' ')}: ${result.stderr.trim()}`);
    return result;
  };
  /** One of whose complaints the words matter. */
  const inEnglish = (...command: string[]) => run(['env', 'LC_ALL=C', ...command]);
  return {
    run,
    waiting: async (through) => {
      const script = `setsid "$@" sleep ${WAITING_SECONDS} > /dev/null 2>&1 < /dev/null & echo $!`;
      const pid = (await done('sh', '-c', script, 'sh', ...through)).stdout.trim();
      let over = false;
      make.defer(async () => {
        if (!over) await run(['sh', '-c', 'kill -s KILL "$1"', 'sh', pid]);
        over = true;
      });
      // Its surroundings are made when it has become what only waits.
      const look = async () => (await run(['cat', `/proc/${pid}/comm`])).stdout.trim();
      const { last } = await poll(look, (name) => ['sleep', ''].includes(name), WAITING_WITHIN_MS, signal);
      if (last !== 'sleep') throw new Error(`${through.join(' ')} does not come up: it is ${last || 'gone'}`);
      return pid;
    },
    directory: async () => {
      const path = `/tmp/${make.name()}`;
      make.defer(async () => void (await done('rm', '-rf', path)));
      await done('mkdir', '-m', '0777', path);
      return path;
    },
    read: async (path) => {
      const result = await inEnglish('cat', path);
      return result.exitCode === 0 ? result.stdout : codeIn(result);
    },
    write: async (path, text) => {
      await done('sh', '-c', 'umask 022 && printf %s "$1" > "$2"', 'sh', text, path);
    },
    remove: async (path) => void (await done('rm', '-f', path)),
    kind: async (path) => {
      const result = await inEnglish('stat', '-L', '-c', '%F', path);
      if (result.exitCode !== 0) return codeIn(result);
      return result.stdout.trim() === 'directory' ? 'a directory' : 'no directory';
    },
    list: async (path) => (await done('ls', '-A', path)).stdout.split('\n').filter((name) => name !== ''),
    ping: async (address) => {
      const { exitCode, stdout, stderr } = await run(['ping', '-n', '-c', '1', '-w', String(PING_SECONDS), address]);
      return { alive: exitCode === 0, output: stdout + stderr };
    },
    get: async (address, port, path) => {
      const words = ['bash', '-c', GET, 'bash', address, String(port), path];
      const result = await inEnglish('timeout', String(GET_SECONDS), ...words);
      if (result.exitCode === 124) return 'ETIMEDOUT';
      if (result.exitCode !== 0) return codeIn(result);
      return result.stdout.replace(/^[\s\S]*?\r\n\r\n/, '').slice(0, PAGE_LIMIT);
    },
    freePort: async () => {
      const { stdout } = await done('cat', '/proc/net/tcp', '/proc/net/tcp6');
      const used = portsIn(stdout);
      for (;;) {
        const port = randomInt(PORTS.first, PORTS.last);
        if (!used.has(port)) return port;
      }
    },
  };
}

/** The code of what a command complains of; all that it says where that is none. */
function codeIn({ stderr }: CommandResult): string {
  const words = Object.keys(CODES).find((text) => stderr.includes(text));
  return words === undefined ? stderr.trim().slice(0, 300) : (CODES[words] ?? words);
}

/** The local ports in /proc/net/tcp: proc(5). */
function portsIn(table: string): Set<number> {
  const found = table.matchAll(/^\s*\d+: [0-9A-F]+:([0-9A-F]{4}) /gm);
  return new Set([...found].map(([, port]) => Number.parseInt(port ?? '', 16)));
}
