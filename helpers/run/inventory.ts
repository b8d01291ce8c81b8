/**
 * What is on an engine and its host, taken before and after a run: bystanders must be untouched. What runs of this suite
 * made is left out on both sides; whether that is gone is asked apart.
 */
import { readFile } from 'node:fs/promises';
import type { Engine } from '../engine/engine';
import type { HostCommand } from '../target/cluster';
import { onPath } from '../target/host';
import { runCommand } from './command';
import { RUN_LABEL, runOfName } from './identity';
import { readLedgers } from './ledger';

/** Each kind of thing, as lines that name one thing each; sorted. */
export type Inventory = Readonly<Record<string, readonly string[]>>;

export interface Difference {
  readonly kind: string;
  readonly appeared: readonly string[];
  readonly gone: readonly string[];
}

/** The probe image of a run. */
const PROBE_IMAGE = /^(localhost\/)?engine-conformance\/probe:[a-z0-9]{10}$/;

interface Named {
  readonly Labels?: Record<string, string> | null;
  readonly Name?: string;
  readonly Names?: readonly string[];
}

/**
 * What is on the engine: containers, networks, volumes and images that are no run's of this suite.
 *
 * @param seen told of the id of each of them, of a volume the name, also of what carries a run's marks
 */
export async function takeEngineInventory(
  engine: Engine,
  ownImage: string | undefined,
  seen: (id: string) => void = () => {},
): Promise<Inventory> {
  const [containers, networks, volumes, images] = await Promise.all([
    engine.containers(),
    engine.networks(),
    engine.volumes(),
    engine.list<{ Id?: string; RepoTags?: string[] | null }>('/images/json'),
  ]);
  for (const { Id } of [...containers, ...networks]) if (Id !== undefined) seen(Id);
  for (const { Name } of volumes) if (Name !== undefined) seen(Name);
  // An import answers with an id without the name of its algorithm.
  for (const { Id } of images) for (const id of [Id, Id?.replace(/^sha256:/, '')]) if (id !== undefined) seen(id);
  const ours = new Set(containers.filter(isMarked).flatMap((each) => (each.Mounts ?? []).map((mount) => mount.Name)));
  const ledgers = readLedgers();
  for (const { volumes: written } of ledgers) for (const volume of written) ours.add(volume);
  const ourImages = new Set(ledgers.flatMap((ledger) => ledger.images));
  return {
    containers: lines(
      containers.filter((each) => !isMarked(each)).map((each) => `${each.Names?.[0] ?? ''} ${each.Id ?? ''}`),
    ),
    networks: lines(networks.filter((each) => !isMarked(each)).map((each) => `${each.Name ?? ''} ${each.Id ?? ''}`)),
    volumes: lines(volumes.filter((each) => !isMarked(each) && !ours.has(each.Name)).map((each) => each.Name ?? '')),
    images: lines(
      images.flatMap((each) =>
        (each.RepoTags ?? ['<none>'])
          .filter((tag) => tag !== ownImage && !ourImages.has(tag) && !PROBE_IMAGE.test(tag))
          .map((tag) => `${tag} ${each.Id ?? ''}`),
      ),
    ),
  };
}

/** What is printed of a host: its network devices, its routes, and its packet filter rules; nothing where that cannot be. */
type HostPrints = readonly [devices: string, routes: string, rules: string];

/** Of this process's network namespace; /sys would show that of the mount. */
const DEVICES = '/proc/net/dev';
const ROUTES = ['ip', 'route', 'show', 'table', 'all'] as const;
const RULES = 'iptables-save';

/** What is on the host where this machine is it: interfaces, routes, and packet filter rules where they can be read. */
export async function takeHostInventory(): Promise<Inventory> {
  const [ip, ...words] = ROUTES;
  return hostInventory([
    await readFile(DEVICES, 'utf8'),
    (await onPath(ip)) ? (await runCommand(ip, words)).stdout : '',
    process.getuid?.() === 0 && (await onPath(RULES)) ? (await runCommand(RULES, [])).stdout : '',
  ]);
}

/** The same of a host that commands reach. */
export async function takeInventoryThere(run: HostCommand): Promise<Inventory> {
  const end = '--- end ---';
  const looks = [`cat ${DEVICES}`, ROUTES.join(' '), RULES].map((look) => `${look} 2> /dev/null; echo '${end}'`);
  const { stdout } = await run(['sh', '-c', looks.join('\n')]);
  const [devices = '', routes = '', rules = ''] = stdout.split(`${end}\n`);
  return hostInventory([devices, routes, rules]);
}

function hostInventory([devices, routes, rules]: HostPrints): Inventory {
  return {
    interfaces: lines(
      devices
        .split('\n')
        .slice(2)
        .map((line) => line.split(':')[0] ?? ''),
    ),
    routes: lastingRoutes(routes),
    'packet filter rules': packetFilterRules(rules),
  };
}

/** The lines of `ip route show table all` that do not come and go with the carrier of a bridge. */
export function lastingRoutes(output: string): string[] {
  return lines(
    output
      .split('\n')
      .filter(isLasting)
      .map((line) => line.replace(/ linkdown/g, '')),
  );
}

/** What differs, by kind; empty where nothing does. */
export function differences(before: Inventory, after: Inventory): Difference[] {
  return Object.keys(before).flatMap((kind) => {
    const [was, is] = [before[kind] ?? [], after[kind] ?? []];
    const [appeared, gone] = [without(is, was), without(was, is)];
    return appeared.length + gone.length === 0 ? [] : [{ kind, appeared, gone }];
  });
}

/** The lines that are not among the others, or there more often: a rule that is added twice is a difference. */
function without(all: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return all.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

function packetFilterRules(printed: string): string[] {
  const rules = printed.split('\n').filter((line) => line.startsWith('-A'));
  // Docker puts the jump to a chain of its own in front again when it makes a network, and 20.10 may leave the earlier one.
  const jumps = new Set(rules.filter((rule) => /^-A FORWARD -j DOCKER-[A-Z0-9-]+$/.test(rule)));
  return lines([...rules.filter((rule) => !jumps.has(rule)), ...jumps]);
}

/** Made by a run of this suite: by its label, or by its name where the docker client made it. */
function isMarked({ Labels, Name, Names }: Named): boolean {
  return Labels?.[RUN_LABEL] !== undefined || runOfName(Names?.[0] ?? Name ?? '') !== undefined;
}

function lines(texts: readonly string[]): string[] {
  return texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .sort();
}

/** The kernel makes and drops link-local and multicast routes of IPv6 with the carrier of a bridge, also of the engine's own. */
function isLasting(route: string): boolean {
  return !/^(local |anycast |multicast )?(fe80::|ff00::)/.test(route);
}
