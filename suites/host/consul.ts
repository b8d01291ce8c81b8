/** Consul as the hosts of a cluster have it: who its servers are, and on which ports they listen. */
import semver from 'semver';
import type { ClaimTools } from '../../helpers/claims/tools';
import { isObject, type Json } from '../../helpers/engine/answer';
import { httpGet } from '../../helpers/probe/commands';
import { type Door, doorIn } from './doors';
import { feelers } from './fixtures/feelers';

/** Gossip in a data centre, and between them, over TCP and UDP: the document's lines 383 and 384. */
export const GOSSIP_PORTS = [8301, 8302] as const;

/** Until 0.8 its command line spoke a protocol of its own there. Source: Consul's changelog. */
const COMMAND_LINE = { port: 8400, until: '0.8.0' } as const;

const GET_SECONDS = 5;

export interface Consul {
  /** TCP ports that are in use. */
  readonly doors: readonly Door[];
  /** Addresses of its servers. */
  readonly servers: readonly string[];
  /** Encrypted gossip answers nobody who has no key. */
  readonly encrypted: boolean;
}

/** Asks Consul, from the first host, at the address that the engines have. */
export async function consulOf({ cluster, use }: Pick<ClaimTools, 'cluster' | 'use'>): Promise<Consul> {
  const client = doorIn(cluster.store?.address, "Consul's clients");
  const [peers, self] = await Promise.all(
    ['/v1/status/peers', '/v1/agent/self'].map((path) => get({ use }, client, path)),
  );
  const servers = (Array.isArray(peers) ? peers : []).map((peer) => doorIn(peer, "Consul's servers"));
  if (servers.length === 0) throw new Error(`Consul names no server: ${JSON.stringify(peers).slice(0, 200)}`);
  const version = semver.coerce(String(at(self, 'Config', 'Version')));
  const byCommandLine = version !== null && semver.lt(version, COMMAND_LINE.until);
  return {
    doors: [
      client,
      ...(byCommandLine ? [{ ...client, port: COMMAND_LINE.port, of: "Consul's command line" }] : []),
      ...servers.flatMap((server) => [
        server,
        ...GOSSIP_PORTS.map((port) => ({ ...server, port, of: "Consul's gossip" })),
      ]),
    ],
    servers: servers.map(({ address }) => address),
    encrypted: at(self, 'Stats', 'serf_lan', 'encrypted') === 'true',
  };
}

async function get({ use }: Pick<ClaimTools, 'use'>, { address, port }: Door, path: string): Promise<Json> {
  const [first] = await use(feelers);
  if (first === undefined) throw new TypeError('a cluster without a host');
  const { exitCode, stdout, stderr } = await first.host.engine.exec(
    first.container,
    httpGet(address, port, path, GET_SECONDS),
  );
  if (exitCode !== 0) throw new Error(`Consul does not answer ${path} at ${address}:${port}: ${stderr.slice(0, 200)}`);
  return JSON.parse(stdout) as Json;
}

function at(document: Json | undefined, ...keys: readonly string[]): Json | undefined {
  return keys.reduce<Json | undefined>(
    (inner, key) => (inner !== undefined && isObject(inner) ? inner[key] : undefined),
    document,
  );
}
