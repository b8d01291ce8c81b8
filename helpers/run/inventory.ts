/**
 * What is on an engine and its host, taken before and after a run: bystanders must be untouched. What runs of this suite
 * made is left out on both sides; whether that is gone is asked apart.
 */
import { readFile } from 'node:fs/promises';
import type { Engine } from '../engine/engine';
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

/** What is on the engine: containers, networks, volumes and images that are no run's of this suite. */
export async function takeEngineInventory(engine: Engine, ownImage: string | undefined): Promise<Inventory> {
  const [containers, networks, volumes, images] = await Promise.all([
    engine.containers(),
    engine.networks(),
    engine.volumes(),
    engine.document<{ Id?: string; RepoTags?: string[] | null }[]>('/images/json'),
  ]);
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

/** What is on the host where this machine is it: interfaces, routes, and packet filter rules where they can be read. */
export async function takeHostInventory(): Promise<Inventory> {
  // Of this process's network namespace; /sys would show that of the mount.
  const devices = (await readFile('/proc/net/dev', 'utf8')).split('\n').slice(2);
  const routes = (await onPath('ip')) ? (await runCommand('ip', ['route', 'show', 'table', 'all'])).stdout : '';
  return {
    interfaces: lines(devices.map((line) => line.split(':')[0] ?? '')),
    routes: lines(
      routes
        .split('\n')
        .filter(isLasting)
        .map((line) => line.replace(/ linkdown/g, '')),
    ),
    'packet filter rules': await packetFilterRules(),
  };
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

async function packetFilterRules(): Promise<string[]> {
  if (process.getuid?.() !== 0 || !(await onPath('iptables-save'))) return [];
  const { stdout } = await runCommand('iptables-save', []);
  const rules = stdout.split('\n').filter((line) => line.startsWith('-A'));
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
