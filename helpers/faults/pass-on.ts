/** Calls that pass through as they come. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WayToEngine } from './way-to-engine';

/** Passes a call on, and the answer back, while they come. Where one side ends its connection, so does the other. */
export function passOn(incoming: IncomingMessage, outgoing: ServerResponse, way: WayToEngine): void {
  const { method, url, headers } = incoming;
  const onward = way.open({ method, path: url, headers });
  onward.on('response', (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    // Who listens to events waits for the head of the answer, and for nothing else at first.
    outgoing.flushHeaders();
    answer.pipe(outgoing);
    answer.on('error', () => outgoing.destroy());
  });
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => {
    if (!outgoing.writableFinished) onward.destroy();
  });
  incoming.pipe(onward);
}

/** Hands a connection that a client takes over to the engine, byte for byte, with the request that began it. */
export function takeOver(incoming: IncomingMessage, client: Duplex, head: Buffer, way: WayToEngine): void {
  const engine = way.dial();
  const { method, url, httpVersion, rawHeaders } = incoming;
  const lines = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${rawHeaders[at + 1]}`] : []));
  engine.write(`${[`${method} ${url} HTTP/${httpVersion}`, ...lines].join('\r\n')}\r\n\r\n`);
  engine.write(head);
  const end = () => {
    client.destroy();
    engine.destroy();
  };
  for (const side of [client, engine]) side.on('error', end).on('close', end);
  client.pipe(engine);
  engine.pipe(client);
}
