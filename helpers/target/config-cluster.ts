/** What a configuration says of a cluster. */
import { isIP } from 'node:net';
import { UsageError } from '../usage-error';
import type { Cluster, ClusterStore } from './cluster';
import type {
  ClusterTarget,
  ClusterHost as ConfiguredHost,
  ClusterStore as ConfiguredStore,
  HostCommands,
} from './config.generated';
import { endpointUrl } from './endpoint-url';
import { parseEndpoint } from './parse';
import { quoted } from './quoted';
import type { Endpoint } from './target';

/** How commands are run on a host; nothing where they cannot be. */
export type RunSettings =
  | { readonly ssh: string }
  | { readonly container: string; readonly on: Endpoint | undefined }
  | { readonly none: true };

export interface HostSettings {
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly address: string;
  readonly run: RunSettings;
}

export interface ClusterSettings extends Omit<Cluster, 'hosts' | 'formation' | 'joint'> {
  readonly hosts: readonly [HostSettings, HostSettings, ...HostSettings[]];
}

/**
 * Reads a cluster that its schema has accepted.
 *
 * @param endpointOf a host, with its certificates
 * @throws UsageError whose message begins with the path below the target
 */
export function clusterSettings(
  { hosts, store, swarmManagers, registry }: ClusterTarget,
  endpointOf: (host: ConfiguredHost) => Endpoint,
): ClusterSettings {
  const read = hosts.map((host, index) => under(`.hosts[${index}]`, () => hostSettings(host, endpointOf(host))));
  const [first, second, ...others] = read;
  if (first === undefined || second === undefined) throw new UsageError('.hosts: a cluster has two hosts or more');
  refuseTwice(read);
  return {
    hosts: [first, second, ...others],
    ...(store === undefined ? {} : { store: storeSettings(store) }),
    swarmManagers: (swarmManagers ?? []).map((url, index) =>
      under(`.swarmManagers[${index}]`, () => parseEndpoint(url)),
    ),
    ...(registry === undefined ? {} : { registry }),
  };
}

function hostSettings({ name, address, run }: ConfiguredHost, endpoint: Endpoint): HostSettings {
  const reached = address ?? (endpoint.kind === 'tcp' ? endpoint.host : undefined);
  if (reached === undefined || isIP(reached) === 0) {
    throw new UsageError('.address: is missing: the address by which the other hosts reach this one');
  }
  return { name: name ?? reached, endpoint, address: reached, run: under('.run', () => runSettings(run)) };
}

function runSettings({ ssh, container, on, none }: HostCommands = { none: true }): RunSettings {
  if ([ssh, container, none].filter((way) => way !== undefined).length !== 1) {
    throw new UsageError(': takes one of ssh, container and none');
  }
  if (on !== undefined && container === undefined) throw new UsageError('.on: goes with container');
  if (ssh !== undefined) return { ssh };
  if (container === undefined) return { none: true };
  return { container, on: on === undefined ? undefined : under('.on', () => parseEndpoint(on)) };
}

function storeSettings({ kind, address, reachedAt }: ConfiguredStore): ClusterStore {
  const plain = address.replace(/^[a-z]+:\/\//, '').replace(/\/$/, '');
  return { kind, address: plain, reachedAt: reachedAt ?? plain };
}

function refuseTwice(hosts: readonly HostSettings[]): void {
  const seen = new Map<string, number>();
  for (const [index, { name, endpoint, address }] of hosts.entries()) {
    for (const [field, value] of [
      ['endpoint', endpointUrl(endpoint)],
      ['address', address],
      ['name', name],
    ] as const) {
      const key = `${field} ${value}`;
      const other = seen.get(key);
      if (other !== undefined) {
        throw new UsageError(`.hosts[${index}].${field}: ${quoted(value)} is that of hosts[${other}] already`);
      }
      seen.set(key, index);
    }
  }
}

function under<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const separator = /^[.:[]/.test(error.message) ? '' : ': ';
    throw new UsageError(`${path}${separator}${error.message}`, error.mend, { cause: error });
  }
}
