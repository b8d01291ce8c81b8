/**
 * A relay of this process between engines of the lab and a registry. Its address stays the same while registries come and go
 * behind it, so that engines can be told of it before they start; and it can hold what is on its way.
 */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Where a registry is, as this process reaches it. */
export interface Way {
  readonly host: string;
  readonly port: number;
}

/** What may still pass towards the registry. */
interface Hold {
  left: number;
  readonly reached: () => void;
}

/**
 * Opens a relay on a free port.
 *
 * @param host the address of this machine at which the engines reach it: the gateway of their network
 */
export async function openRelay(host: string): Promise<Relay> {
  const server = createServer({ allowHalfOpen: true });
  server.listen(0, host);
  await once(server, 'listening');
  return new Relay(server, host);
}

export class Relay {
  /** As engines write it in the names of images: `10.0.0.1:43567`. */
  readonly address: string;
  readonly #sockets = new Set<Socket>();
  #way: Way | undefined;
  #hold: Hold | undefined;

  constructor(
    private readonly server: Server,
    host: string,
  ) {
    this.address = `${host}:${(server.address() as AddressInfo).port}`;
    server.on('connection', (engine) => this.#join(engine));
  }

  /** From now on new connections are led there; before the first call of this they are ended at once. */
  lead(way: Way): void {
    this.#way = way;
  }

  /**
   * From now on at most so many bytes pass towards the registry, over all connections; what comes behind them waits.
   *
   * @returns resolves as soon as something waits
   */
  hold(bytes: number): Promise<void> {
    return new Promise((reached) => {
      this.#hold = { left: bytes, reached };
    });
  }

  /** Ends all connections, those that wait included, and holds nothing any more. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#hold = undefined;
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.cut();
    await closed;
  }

  #join(engine: Socket): void {
    if (this.#way === undefined) {
      engine.destroy();
      return;
    }
    const registry = connect({ ...this.#way, allowHalfOpen: true });
    this.#keep(engine, registry);
    const gate = new Transform({ transform: (chunk: Buffer, _encoding, done) => this.#pass(chunk, done) });
    // Where either side breaks off, the other is to see it.
    const end = () => {
      engine.destroy();
      registry.destroy();
    };
    Promise.all([pipeline(engine, gate, registry), pipeline(registry, engine)]).then(end, end);
  }

  #keep(...sockets: readonly Socket[]): void {
    for (const socket of sockets) {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    }
  }

  /** A chunk for which there is no room is never passed on: its connection stands still until it is cut. */
  #pass(chunk: Buffer, done: TransformCallback): void {
    const hold = this.#hold;
    if (hold !== undefined && chunk.length > hold.left) {
      hold.left = 0;
      hold.reached();
      return;
    }
    if (hold !== undefined) hold.left -= chunk.length;
    done(null, chunk);
  }
}
