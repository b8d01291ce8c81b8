/** Interfaces and firewall of this machine: as they were before an engine was started, and so again after it. */
import { readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../probe/errno';
import { oneLine } from '../target/quoted';
import { firewallRemoval } from './firewall';
import { netNamespaceOf } from './process-table';
import { runTool, toolPath } from './tool';

const FAMILIES = ['iptables', 'ip6tables'] as const;
const STORE_LIMIT = 64 * 1024 * 1024;

export interface NetworkState {
  /** The network namespace that this tells of. */
  readonly namespace: string;
  /** Names of all interfaces. */
  readonly interfaces: readonly string[];
  /** Output of iptables-save and ip6tables-save; empty where the program is not there. */
  readonly firewall: Readonly<Record<(typeof FAMILIES)[number], string>>;
}

export async function networkState(): Promise<NetworkState> {
  return {
    namespace: netNamespaceOf('self') ?? '',
    interfaces: await interfaceNames(),
    firewall: { iptables: await savedRules('iptables'), ip6tables: await savedRules('ip6tables') },
  };
}

/** Names of interfaces in the output of `ip -o link`, of either ip program. */
export function parseInterfaceNames(text: string): string[] {
  return text.split('\n').flatMap((line) => /^\d+: ([^\s:@]+)[:@]/.exec(line)?.[1] ?? []);
}

/** Which of `names` the engine's store (a bolt file, whose values are plain JSON) has as bridges of its networks. */
export function bridgesIn(store: string, names: readonly string[]): string[] {
  return names.filter((name) => store.includes(`"BridgeName":${JSON.stringify(name)}`));
}

/**
 * Removes the bridges and firewall rules of a stopped engine, as far as they were not there before.
 *
 * @param dataRoot the engine's, from whose store the names of its bridges are read
 * @param shared another daemon uses docker0 and the firewall's chains: then only bridges of the engine's own go
 * @returns what could not be removed, one line each
 */
export async function restoreNetwork(before: NetworkState, dataRoot: string, shared: boolean): Promise<string[]> {
  // In another network namespace names mean other things; with that namespace its interfaces and rules end too.
  if (before.namespace !== netNamespaceOf('self')) return [];
  const left: string[] = [];
  const fresh = (await interfaceNames()).filter((name) => !before.interfaces.includes(name));
  const own = bridgesIn(await readStore(dataRoot), fresh).filter((name) => name !== 'docker0');
  const bridges = fresh.includes('docker0') && !shared ? ['docker0', ...own] : own;
  for (const bridge of bridges) {
    const { status, stderr } = await runTool('ip', ['link', 'delete', 'dev', bridge]);
    if (status !== 0 && (await interfaceNames()).includes(bridge)) left.push(`bridge ${bridge}: ${oneLine(stderr)}`);
  }
  if (shared) return left;
  for (const family of FAMILIES) {
    const script = firewallRemoval(before.firewall[family], await savedRules(family), bridges);
    if (script === '') continue;
    const { status, stderr } = await runTool(`${family}-restore`, ['--noflush'], { input: script });
    if (status !== 0) left.push(`firewall rules (${family}): ${oneLine(stderr)}`);
  }
  return left;
}

async function interfaceNames(): Promise<string[]> {
  // /sys/class/net is of the namespace that mounted it, which need not be this one; netlink is always right.
  if ((await toolPath('ip')) === undefined) return readdirSync('/sys/class/net');
  const { status, stdout, stderr } = await runTool('ip', ['-o', 'link']);
  if (status !== 0) throw new Error(`ip -o link: ${oneLine(stderr)}`);
  return parseInterfaceNames(stdout);
}

async function savedRules(family: (typeof FAMILIES)[number]): Promise<string> {
  if ((await toolPath(`${family}-save`)) === undefined) return '';
  // Without rights or kernel support it fails, and then an engine could not have made rules either.
  const { status, stdout } = await runTool(`${family}-save`, []);
  return status === 0 ? stdout : '';
}

async function readStore(dataRoot: string): Promise<string> {
  try {
    const file = await open(join(dataRoot, 'network/files/local-kv.db'));
    try {
      if ((await file.stat()).size > STORE_LIMIT) return '';
      return await file.readFile('latin1');
    } finally {
      await file.close();
    }
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return '';
    throw error;
  }
}
