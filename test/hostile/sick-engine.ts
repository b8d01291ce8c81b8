/** Engines of which one answer is sick: a server that is nothing but that, or one between the suite and a live engine. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type Socket } from 'node:net';
import { headOf } from '../../helpers/faults/call';
import { listenLike } from '../../helpers/faults/listen';
import { passOn, takeOver } from '../../helpers/faults/pass-on';
import { wayTo } from '../../helpers/faults/way-to-engine';
import type { Endpoint } from '../../helpers/target/target';
import { document, type Sick } from './sick-answers';

export interface SickEngine {
  readonly endpoint: Endpoint;
  /** How often the sick answer was given. */
  readonly given: number;
  close(): Promise<void>;
}

/** Whether a call is meant, by its method and its path without version and query; and how often it is to be sick. */
export interface SickCall {
  readonly call: RegExp;
  readonly sick: Sick;
  /** The n-th of these calls alone, counted from 1. */
  readonly nth?: number;
}

/** What a Docker 20.10.24 says of itself, as far as it is asked before a run. */
const WELL: Readonly<Record<string, unknown>> = {
  '/version': {
    ...{ Version: '20.10.24', ApiVersion: '1.41', MinAPIVersion: '1.12', Os: 'linux', Arch: 'amd64' },
    Components: [{ Name: 'Engine', Version: '20.10.24' }],
  },
  '/info': { OperatingSystem: 'Debian', KernelVersion: '6.1', Driver: 'overlay2', DockerRootDir: '/var/lib/docker' },
};

/** A server on the loopback that says of itself what an engine says, but for what is sick. */
export function sickServer(sick: readonly SickCall[]): Promise<SickEngine> {
  const well = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { path } = headOf(incoming);
    (path in WELL ? document(WELL[path]) : document({ message: 'page not found' }, 404))(outgoing);
  };
  const somewhere: Endpoint = { kind: 'tcp', host: '127.0.0.1', port: 1 };
  return opened(
    somewhere,
    sick,
    well,
    (_incoming, client) => client.destroy(),
    () => {},
  );
}

/** The live engine, but for what is sick. */
export function sickProxy(engine: Endpoint, sick: readonly SickCall[]): Promise<SickEngine> {
  const way = wayTo(engine);
  return opened(
    engine,
    sick,
    (incoming, outgoing) => passOn(incoming, outgoing, way),
    (incoming, client, head) => takeOver(incoming, client, head, way),
    () => way.close(),
  );
}

/** Takes connections, and does this with each. */
export async function sickSocket(connected: (socket: Socket) => void): Promise<SickEngine> {
  const sockets = new Set<Socket>();
  let given = 0;
  const server = createTcpServer((socket) => {
    given += 1;
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    connected(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    endpoint: {
      kind: 'tcp',
      host: '127.0.0.1',
      port: typeof address === 'object' && address !== null ? address.port : 0,
    },
    get given() {
      return given;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function opened(
  like: Endpoint,
  sick: readonly SickCall[],
  well: (incoming: IncomingMessage, outgoing: ServerResponse) => void,
  upgraded: (incoming: IncomingMessage, client: Socket, head: Buffer) => void,
  end: () => void,
): Promise<SickEngine> {
  const server: Server = createServer();
  const sockets = new Set<Socket>();
  const counts = new Map<SickCall, number>();
  let given = 0;
  server.keepAliveTimeout = 0;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  });
  server.on('clientError', (_error, socket) => socket.destroy());
  server.on('request', (incoming, outgoing) => {
    const { method, path } = headOf(incoming);
    const meant = sick.find(({ call }) => call.test(`${method} ${path}`));
    const count = meant === undefined ? 0 : (counts.get(meant) ?? 0) + 1;
    if (meant !== undefined) counts.set(meant, count);
    if (meant === undefined || (meant.nth !== undefined && meant.nth !== count)) return well(incoming, outgoing);
    given += 1;
    incoming.resume();
    meant.sick(outgoing);
  });
  server.on('upgrade', (incoming, client, head) => upgraded(incoming, client as Socket, head));
  const listening = await listenLike(like, server);
  return {
    endpoint: listening.endpoint,
    get given() {
      return given;
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
      end();
      await listening.remove();
    },
  };
}
