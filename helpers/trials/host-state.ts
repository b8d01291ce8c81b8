/**
 * Everything that a run could have changed on a host of the lab, to the byte: what the engine says of each object, the content of
 * every volume's files, interfaces, routes and packet filter rules. Nothing is left out as ours: after `clean` nothing may be.
 */
import type { Engine } from '../engine/engine';
import type { LabHost } from '../lab/lab-host';
import { type Inventory, lastingRoutes } from '../run/inventory';

const VOLUMES = '/var/lib/docker/volumes';

interface Identified {
  readonly Id?: string;
  readonly Name?: string;
}

/**
 * The state of a host.
 *
 * @param running whether containers' states and addresses count too: not where the host itself was switched off
 */
export async function stateOf(host: LabHost, engine: Engine, running: boolean): Promise<Inventory> {
  const [containers, networks, volumes, images] = await Promise.all([
    engine.containers(),
    engine.networks(),
    engine.volumes(),
    engine.list<Identified>('/images/json', { all: 1 }),
  ]);
  const [inspected, nets, files, links, routes, rules] = await Promise.all([
    Promise.all(containers.map(({ Id }) => engine.document<Identified>(`/containers/${Id}/json`))),
    Promise.all(networks.map(({ Id }) => engine.document<Identified>(`/networks/${Id}`))),
    output(host, ['find', VOLUMES, '-type', 'f', '!', '-name', 'metadata.db', '-exec', 'sha256sum', '{}', '+']),
    output(host, ['ip', '-o', 'link']),
    output(host, ['ip', 'route', 'show', 'table', 'all']),
    output(host, ['iptables-save']),
  ]);
  return {
    containers: documents(
      inspected,
      running ? [] : ['State', 'NetworkSettings', 'ResolvConfPath', 'HostsPath', 'HostnamePath'],
    ),
    networks: documents(nets, running ? [] : ['Containers', 'Created', 'Id']),
    volumes: documents(volumes, []),
    images: documents(images, ['Containers']),
    files: lines(files),
    // The end that leads out of the host is another after each of its starts.
    interfaces: lines(links).map((line) => (line.split(': ')[1] ?? line).replace(/^(eth\d+)@if\d+$/, '$1')),
    routes: lastingRoutes(routes),
    // Those of the outer engine's own name server for the host have ports of their own after each start.
    'packet filter rules': lines(rules).filter((line) => line.startsWith('-A') && !/ 127\.0\.0\.11[/:]/.test(line)),
  };
}

function documents(all: readonly object[], without: readonly string[]): string[] {
  return all
    .map((each) => JSON.stringify(each, (key, value: unknown) => (without.includes(key) ? undefined : value)))
    .sort();
}

async function output(host: LabHost, command: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await host.run(command);
  if (exitCode !== 0) throw new Error(`${command[0]} on ${host.hostname}: ${stderr.trim()}`);
  return stdout;
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .sort();
}
