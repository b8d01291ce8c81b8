/** Where a proxy listens: reached as the engine itself is, so that what a claim says of the way to it still holds. */
import { chmod, chown, mkdtemp, rm, stat } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Endpoint } from '../target/target';

export interface Listening {
  readonly endpoint: Endpoint;
  /** Removes what was made for it on the disk. */
  remove(): Promise<void>;
}

/**
 * Listens on a socket of the owner, group and mode of the engine's own; on a free port of the loopback where the engine is
 * reached over a network.
 */
export async function listenLike(engine: Endpoint, server: Server): Promise<Listening> {
  if (engine.kind !== 'unix') {
    await listening(server, () => server.listen(0, '127.0.0.1'));
    const { port } = server.address() as AddressInfo;
    return { endpoint: { kind: 'tcp', host: '127.0.0.1', port }, remove: async () => {} };
  }
  const folder = await mkdtemp(join(tmpdir(), 'engine-conformance-proxy-'));
  const socketPath = join(folder, 'engine.sock');
  await listening(server, () => server.listen(socketPath));
  const { uid, gid, mode } = await stat(engine.socketPath);
  // The socket alone decides who gets in.
  await chmod(folder, 0o711);
  await chown(socketPath, uid, gid);
  await chmod(socketPath, mode & 0o777);
  return { endpoint: { kind: 'unix', socketPath }, remove: () => rm(folder, { recursive: true, force: true }) };
}

function listening(server: Server, listen: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', () => {
      server.off('error', reject);
      resolve();
    });
    listen();
  });
}
