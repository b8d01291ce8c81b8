/** Between the suite and the live engine: an engine that is real but for one lie, or that goes away. */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { temporaryFolder } from '../helpers/fixtures/temporary-folder';
import { defaultEndpoint } from '../helpers/target/environment';

export interface Lie {
  /** Changes the answer of a GET whose path matches; given and returned as parsed JSON. */
  readonly path: RegExp;
  readonly alter: (body: unknown) => unknown;
}

export interface Proxy {
  /** For `--target`. */
  readonly url: string;
  /** Ends all connections and takes none any more, as an engine that is killed. */
  die(): void;
  close(): Promise<void>;
}

/** Starts a proxy on a socket of its own. */
export async function startProxy(lie?: Lie): Promise<Proxy> {
  const socketPath = join(temporaryFolder(), 'proxy.sock');
  const server = createServer((incoming, outgoing) => forward(incoming, outgoing, lie));
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));
  const die = () => {
    server.close();
    server.closeAllConnections();
  };
  return {
    url: `unix://${socketPath}`,
    die,
    close: () =>
      new Promise((resolve) => {
        if (!server.listening) resolve();
        else server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse, lie: Lie | undefined): void {
  const { endpoint } = defaultEndpoint(process.env);
  if (endpoint.kind === 'ssh') throw new TypeError('the live engine of the tests is reached by socket or TCP');
  const address =
    endpoint.kind === 'unix' ? { socketPath: endpoint.socketPath } : { host: endpoint.host, port: endpoint.port };
  const { method, url = '', headers } = incoming;
  const onward = request({ ...address, method, path: url, headers, agent: false }, (answer) => {
    if (lie === undefined || method !== 'GET' || !lie.path.test(url)) {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
      return;
    }
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('end', () => {
      const body = JSON.stringify(lie.alter(JSON.parse(Buffer.concat(chunks).toString('utf8'))));
      outgoing.writeHead(answer.statusCode ?? 502, { 'Content-Type': 'application/json' });
      outgoing.end(body);
    });
  });
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}
