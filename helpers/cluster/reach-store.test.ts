import { createServer, type Server, type Socket } from 'node:net';
import type { StoreKind } from '../target/cluster';
import { reachStore } from './reach-store';

const opened: { server: Server; sockets: Set<Socket> }[] = [];

afterEach(async () => {
  for (const { server, sockets } of opened.splice(0)) {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  }
});

/** Listens on a free port, and does this when something was asked. */
async function listening(answer: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('data', () => answer(socket));
  });
  opened.push({ server, sockets });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

const asked = async (kind: StoreKind, answer: (socket: Socket) => void) => {
  const address = await listening(answer);
  return reachStore('staging', { kind, address, reachedAt: address });
};

const HEAD = 'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n';

const drip = (socket: Socket, first: string) => {
  socket.write(first);
  const dripping = setInterval(() => socket.write(' '), 100);
  socket.once('close', () => clearInterval(dripping));
};

describe('a store', () => {
  test.each<[StoreKind, string]>([
    ['consul', `${HEAD}"10.0.0.7:8300"`],
    ['etcd', `${HEAD}{"etcdserver":"3.4.23"}`],
    ['zookeeper', 'Zookeeper version: 3.8.0'],
  ])('of the kind %s is known by its answer', async (kind, answer) => {
    await expect(asked(kind, (socket) => socket.end(answer))).resolves.toBeUndefined();
  });

  test.each<[string, StoreKind, (socket: Socket) => void, RegExp]>([
    ['never answers', 'etcd', () => {}, /no answer within 5000 ms/],
    ['answers a little now and then', 'consul', (socket) => drip(socket, HEAD), /no answer within 5000 ms/],
    [
      'speaks another protocol then',
      'etcd',
      (socket) => socket.write('HTTP/1.1 101 x\r\nUpgrade: y\r\nConnection: upgrade\r\n\r\n'),
      /no answer|hang up|socket/,
    ],
    ['says a word now and then', 'zookeeper', (socket) => drip(socket, 'Zoo'), /no answer within 5000 ms/],
    ['answers without an end', 'consul', (socket) => socket.write(HEAD + 'x'.repeat(100_000)), /without end/],
    [
      'is no store',
      'etcd',
      (socket) => socket.end(`${HEAD}\u001b[2Jhello\nthere`),
      /what answers there is none: \\u\{1b\}\[2Jhello there/,
    ],
    ['closes', 'zookeeper', (socket) => socket.end(), /what answers there is none/],
  ])(
    'that %s is none: one line, in time',
    async (_what, kind, answer, message) => {
      const begun = performance.now();
      await expect(asked(kind, answer)).rejects.toMatchObject({
        name: 'UsageError',
        message: expect.stringMatching(message),
      });
      expect(performance.now() - begun).toBeLessThan(7_000);
    },
    10_000,
  );
});
