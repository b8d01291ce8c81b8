import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { openRelay, type Relay } from './relay';

const closing: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A server that says its name, and then what it hears. */
async function echo(name: string) {
  const heard: Buffer[] = [];
  const sockets: Socket[] = [];
  const server: Server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    socket.on('data', (chunk) => void heard.push(chunk));
    socket.write(name);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { way: { host: '127.0.0.1', port }, heard: () => Buffer.concat(heard).length, sockets };
}

async function relay(): Promise<Relay> {
  const opened = await openRelay('127.0.0.1');
  closing.push(() => opened.close());
  return opened;
}

async function dial({ address }: Relay): Promise<Socket> {
  const [host, port] = address.split(':');
  const socket = connect({ host: host as string, port: Number(port) });
  socket.on('error', () => {});
  closing.push(() => void socket.destroy());
  await once(socket, 'connect');
  return socket;
}

/** Ended in good order or broken off. */
const closed = (socket: Socket) => new Promise((resolve) => socket.once('close', resolve));

const firstOf = async (socket: Socket) => String((await once(socket, 'data'))[0]);

test('a relay leads each new connection to the registry of that time, at one address', async () => {
  const [first, second, between] = [await echo('first'), await echo('second'), await relay()];
  between.lead(first.way);
  expect(await firstOf(await dial(between))).toBe('first');
  between.lead(second.way);
  expect(await firstOf(await dial(between))).toBe('second');
});

test('a relay that leads nowhere ends connections', async () => {
  const between = await relay();
  await closed(await dial(between));
});

test('no more than what it lets pass reaches the registry, until it is cut and both sides see that', async () => {
  const [registry, between] = [await echo('registry'), await relay()];
  between.lead(registry.way);
  const engine = await dial(between);
  await firstOf(engine);
  const held = between.hold(1024);
  engine.write(Buffer.alloc(1000));
  engine.write(Buffer.alloc(512 * 1024));
  await held;
  const ends = Promise.all([engine, registry.sockets[0] as Socket].map(closed));
  between.cut();
  await ends;
  expect(registry.heard()).toBeLessThanOrEqual(1024);
  const next = await dial(between);
  expect(await firstOf(next)).toBe('registry');
  next.write(Buffer.alloc(4096));
  expect((await once(registry.sockets[1] as Socket, 'data'))[0]).toHaveLength(4096);
});

test('where the registry breaks off, so does the relay', async () => {
  const [registry, between] = [await echo('registry'), await relay()];
  between.lead(registry.way);
  const engine = await dial(between);
  await firstOf(engine);
  (registry.sockets[0] as Socket).destroy();
  await closed(engine);
});
