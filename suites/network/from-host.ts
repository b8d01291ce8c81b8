/** What this machine, where it is the engine's host, reaches by itself. */
import { request } from 'node:http';
import { createServer } from 'node:net';
import ping from 'ping';

const ANSWER_LIMIT_MS = 2_000;
const ANSWER_LIMIT_BYTES = 4_096;
const PING_LIMIT_SECONDS = 5;

/** Pings an IPv4 address until one echo reply is there, for 5 s at most. */
export async function pingFromHost(address: string): Promise<{ readonly alive: boolean; readonly output: string }> {
  const { alive, output } = await ping.promise.probe(address, {
    min_reply: 1,
    timeout: PING_LIMIT_SECONDS,
    deadline: PING_LIMIT_SECONDS,
  });
  return { alive, output };
}

/**
 * Gets a page, past any proxy.
 *
 * @returns the first 4096 bytes of its body, or the code of why there is none, as `ECONNREFUSED`
 */
export function getFromHost(address: string, port: number, path: string): Promise<string> {
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(ANSWER_LIMIT_MS);
    const asked = request({ host: address, port, path, agent: false, signal }, (answer) => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (text: string) => {
        body += text;
        if (body.length > ANSWER_LIMIT_BYTES) asked.destroy();
      });
      answer.on('close', () => resolve(body.slice(0, ANSWER_LIMIT_BYTES)));
      answer.on('error', () => resolve(body.slice(0, ANSWER_LIMIT_BYTES)));
    });
    asked.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    asked.end();
  });
}

/** A TCP port on which nothing of this machine listens now. */
export function freePortOfHost(): Promise<number> {
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
