/**
 * A proxy between suite and live engine, in which one fault is planted. What the fault is not about passes through as it comes:
 * streams in both directions, archives, and connections that a client takes over (`Upgrade`).
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { messageOf } from '../engine/trouble';
import type { Held } from '../target/connection';
import type { Endpoint } from '../target/target';
import { callOf, headOf } from './call';
import { type Listening, listenLike } from './listen';
import { passOn, takeOver } from './pass-on';
import type { Ask, Hand, Plant } from './plant';
import { type WayToEngine, wayTo } from './way-to-engine';

/**
 * Opens a proxy to an engine, with one fault in it or none.
 *
 * @param held how it holds its own connections to the engine
 */
export async function openProxy(engine: Endpoint, plant?: Plant, held?: Held): Promise<FaultProxy> {
  const server = createServer();
  // An engine keeps connections for minutes: a client must not find one closed just when it sends a request.
  server.keepAliveTimeout = 0;
  server.requestTimeout = 0;
  return new FaultProxy(server, await listenLike(engine, server), wayTo(engine, held), plant);
}

export class FaultProxy {
  readonly #broken: string[] = [];
  readonly #takenOver = new Set<Duplex>();
  #planted = 0;
  #lifted = false;

  constructor(
    private readonly server: Server,
    private readonly listening: Listening,
    private readonly way: WayToEngine,
    plant: Plant | undefined,
  ) {
    const hand = plant?.hand();
    server.on('request', (incoming, outgoing) => {
      const { method, path } = headOf(incoming);
      if (hand === undefined || this.#lifted || !plant?.meant(method, path)) passOn(incoming, outgoing, way);
      else void this.#tamper(incoming, outgoing, hand);
    });
    server.on('upgrade', (incoming, client, head) => {
      this.#takenOver.add(client);
      client.once('close', () => this.#takenOver.delete(client));
      takeOver(incoming, client, head, way);
    });
  }

  /** Where the suite finds the engine. */
  get endpoint(): Endpoint {
    return this.listening.endpoint;
  }

  /** How often the suite saw, or the engine was asked, other than without the fault. */
  get planted(): number {
    return this.#planted;
  }

  /** Why the fault could not be planted as it is described, a line each. */
  get broken(): readonly string[] {
    return this.#broken;
  }

  /** From now on everything passes through. */
  lift(): void {
    this.#lifted = true;
  }

  /** Ends all connections and takes none any more, as an engine that is killed. */
  die(): void {
    this.server.close();
    this.server.closeAllConnections();
    for (const client of this.#takenOver) client.destroy();
    this.way.close();
  }

  async close(): Promise<void> {
    const closed = this.server.listening ? new Promise((resolve) => this.server.once('close', resolve)) : undefined;
    this.die();
    await closed;
    await this.listening.remove();
  }

  async #tamper(incoming: IncomingMessage, outgoing: ServerResponse, hand: Hand): Promise<void> {
    const left = new AbortController();
    outgoing.once('close', () => {
      if (!outgoing.writableFinished) left.abort();
    });
    const unanswered: unknown[] = [];
    const ask: Ask = (call) =>
      this.way
        .ask(left.signal)(call)
        .catch((error: unknown) => {
          unanswered.push(error);
          throw error;
        });
    let body: Readable;
    try {
      const reply = await hand(await callOf(incoming), ask, () => {
        this.#planted += 1;
      });
      outgoing.writeHead(reply.status, { ...reply.headers } as Record<string, string | string[]>);
      outgoing.flushHeaders();
      body = reply.body;
    } catch (error) {
      // A client that left has broken nothing, nor has an engine that gives no answer.
      if (!left.signal.aborted && !unanswered.includes(error))
        this.#broken.push(`${incoming.method} ${incoming.url}: ${messageOf(error)}`);
      outgoing.destroy();
      return;
    }
    // What the engine breaks off is broken off for the suite, too: that is no doing of the fault.
    await pipeline(body, outgoing).catch(() => outgoing.destroy());
  }
}
