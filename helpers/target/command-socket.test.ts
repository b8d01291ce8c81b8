import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Semaphore } from '../run/semaphore';
import { poll } from '../verdict/poll';
import { CommandSocket } from './command-socket';

const open: CommandSocket[] = [];

function socket(script: string, starts = new Semaphore(4)): CommandSocket {
  const made = new CommandSocket({ file: 'sh', args: ['-c', script], label: 'test command' }, starts);
  open.push(made);
  return made;
}

afterEach(() => {
  for (const made of open.splice(0)) made.destroy();
});

async function failure(made: CommandSocket): Promise<string> {
  const [error] = (await once(made.resume(), 'error')) as [Error];
  return error.message;
}

async function text(made: CommandSocket): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of made) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

describe('a command that answers', () => {
  test('is read and written as a socket is', async () => {
    const made = socket('cat');
    made.end('hello');
    expect(await text(made)).toBe('hello');
  });

  test('is read to its end, however slowly, also when it is long gone', async () => {
    const made = socket('head -c 3000000 /dev/zero');
    let size = 0;
    for await (const chunk of made) {
      size += (chunk as Buffer).length;
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(size).toBe(3_000_000);
  });

  test('is read to its end where a program that it left running holds its standard error', async () => {
    const made = socket('sleep 5 </dev/null >/dev/null & echo done');
    const begun = performance.now();
    expect(await text(made)).toBe('done\n');
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});

describe('a command that fails', () => {
  test.each([
    ['echo "no such host" >&2; exit 255', 'test command ended with status 255: no such host'],
    ['echo half; echo broken >&2; exit 1', 'test command ended with status 1: broken'],
    ['exit 0', 'test command ended with status 0'],
    ['kill -9 $$', 'test command ended with SIGKILL'],
    ['printf "a\\nb\\033[31m\\n" >&2; exit 3', 'test command ended with status 3: a b\\u{1b}[31m'],
  ])('%j destroys the socket with its own words', async (script, message) => {
    expect(await failure(socket(script))).toBe(message);
  });

  test('says no more than the last 4 KiB of what it said, on one line', async () => {
    const message = await failure(socket('head -c 1000000 /dev/zero | tr "\\0" x >&2; exit 2'));
    expect(message.length).toBeLessThan(400);
  });

  test('is told before the broken pipe of what was written to it', async () => {
    const made = socket('exec <&-; sleep 0.2; echo refused >&2; exit 4');
    const failed = failure(made);
    made.write(Buffer.alloc(1_000_000));
    expect(await failed).toBe('test command ended with status 4: refused');
  });

  test('destroys the socket where it closes its input and lives on', async () => {
    const made = socket('exec <&-; sleep 5');
    const failed = failure(made);
    made.write(Buffer.alloc(1_000_000));
    expect(await failed).toMatch(/EPIPE|ECONNRESET/);
  });

  test('that is not there is said to be missing', async () => {
    const made = new CommandSocket({ file: 'no-such-command-here', args: [], label: 'ssh to a' }, new Semaphore(1));
    expect(await failure(made)).toBe('ssh to a cannot be started: spawn no-such-command-here ENOENT');
  });
});

describe('as a socket of HTTP', () => {
  test('it ends its command when it is destroyed', async () => {
    const made = socket('echo $$; exec sleep 30');
    const [pid] = (await once(made, 'data')) as [Buffer];
    made.destroy();
    await once(made, 'close');
    const alive = () => {
      try {
        return process.kill(Number(pid.toString()), 0);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
        throw error;
      }
    };
    const ended = await poll(
      async () => alive(),
      (seen) => !seen,
      3000,
      new AbortController().signal,
    );
    expect(ended.accepted).toBe(true);
  });

  test('it may be destroyed before its command has started', async () => {
    const made = socket('echo never');
    made.destroy();
    await once(made, 'close');
    expect(made.destroyed).toBe(true);
  });

  test('it says when nothing was heard for so long, and no more when that is switched off', async () => {
    const made = socket('sleep 5');
    let heard = 0;
    made.setTimeout(20, () => {
      heard += 1;
    });
    await once(made, 'timeout');
    expect(heard).toBe(1);
    made.setTimeout(0);
    expect(made.timeout).toBe(0);
  });

  test('only so many commands are starting at a time, and one that is silent is not waited for', async () => {
    const starts = new Semaphore(1);
    const silent = socket('sleep 5', starts);
    const next = socket('echo here', starts);
    expect(await text(next)).toBe('here\n');
    expect(silent.destroyed).toBe(false);
  });

  test('requests go through it and it is kept for the next one', async () => {
    const server = createServer((asked, answer) => answer.end(`${asked.method} ${asked.url}`)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const relay = `const s=require('net').connect(${port},'127.0.0.1');process.stdin.pipe(s);s.pipe(process.stdout)`;
    let made = 0;
    class RelayAgent extends Agent {
      override createConnection() {
        made += 1;
        const command = { file: process.execPath, args: ['-e', relay], label: 'relay' };
        const relayed = new CommandSocket(command, new Semaphore(1));
        open.push(relayed);
        return relayed;
      }
    }
    const agent = new RelayAgent({ keepAlive: true });
    const ask = async (path: string) => {
      const asked = request({ agent, path }).end();
      const [answer] = await once(asked, 'response');
      let body = '';
      for await (const chunk of answer) body += chunk;
      await new Promise((resolve) => setImmediate(resolve));
      return body;
    };
    try {
      expect(await ask('/a')).toBe('GET /a');
      expect(await ask('/b')).toBe('GET /b');
      expect(made).toBe(1);
    } finally {
      agent.destroy();
      server.close();
      server.closeAllConnections();
    }
  });
});
