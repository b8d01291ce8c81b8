/** A cluster of hosts that are there already, as a configuration describes it. */
import type { Cluster, ClusterHost, HostCommands } from '../target/cluster';
import type { ClusterSettings, HostSettings, RunSettings } from '../target/config-cluster';
import type { Endpoint } from '../target/target';
import { inContainer, overSsh } from './host-commands';

/** The ways to its hosts; nothing is connected. */
export function configuredCluster({ hosts, ...rest }: ClusterSettings, outer: () => Endpoint): Cluster {
  const [first, second, ...others] = hosts;
  const withWays = (host: HostSettings): ClusterHost => ({
    name: host.name,
    endpoint: host.endpoint,
    address: host.address,
    commands: commandsBy(host.run, outer),
  });
  return { ...rest, hosts: [withWays(first), withWays(second), ...others.map(withWays)] };
}

/** @param outer the engine that a docker client would use here */
function commandsBy(run: RunSettings, outer: () => Endpoint): HostCommands {
  if ('ssh' in run) return { run: overSsh(run.ssh) };
  if ('container' in run) return { run: inContainer(run.container, run.on ?? outer()) };
  return { absent: 'the configuration names no way' };
}
