/** What an engine leaves in the firewall when it stops: found by comparing two outputs of iptables-save. */

interface Table {
  readonly name: string;
  /** Built-in chains with their policy, the engine's with `-`. */
  readonly chains: Map<string, string>;
  /** As printed: `-A FORWARD -j DOCKER-USER`. */
  readonly rules: readonly string[];
}

/** Chains that dockerd makes; all versions name them so. */
const ENGINE_CHAIN = /^DOCKER(-[A-Z0-9-]+)?$/;
/** A published port of a container that reaches itself; the one rule of an engine that names neither chain nor bridge. */
const HAIRPIN =
  /^-A POSTROUTING -s ([0-9a-f.:]+\/(?:32|128)) -d \1 -p (?:tcp|udp|sctp) -m (?:tcp|udp|sctp) --dport \d+ -j MASQUERADE$/;

/** Parses the output of iptables-save or ip6tables-save. Lines that are not understood are passed over. */
export function parseFirewall(text: string): Table[] {
  const tables: { name: string; chains: Map<string, string>; rules: string[] }[] = [];
  for (const line of text.split('\n')) {
    const table = tables.at(-1);
    const chain = /^:(\S+) (\S+)/.exec(line);
    if (/^\*\S+$/.test(line)) tables.push({ name: line.slice(1), chains: new Map(), rules: [] });
    else if (table !== undefined && chain?.[1] !== undefined && chain[2] !== undefined) {
      table.chains.set(chain[1], chain[2]);
    } else if (table !== undefined && line.startsWith('-A ')) table.rules.push(line);
  }
  return tables;
}

/**
 * What takes away the engine's chains and rules that were not there before, and gives FORWARD its policy and chains of an
 * earlier engine their rules back; rules of others stay, whenever they came.
 *
 * @param before the firewall before the engine was started
 * @param after now
 * @param bridges devices of the engine's networks
 * @returns input for `iptables-restore --noflush`, empty where there is nothing to do
 */
export function firewallRemoval(before: string, after: string, bridges: readonly string[]): string {
  const then = new Map(parseFirewall(before).map((table) => [table.name, table]));
  return parseFirewall(after)
    .map((table) => tableRemoval(then.get(table.name), table, bridges))
    .join('');
}

function tableRemoval(before: Table | undefined, after: Table, bridges: readonly string[]): string {
  const chains = [...after.chains.keys()].filter((chain) => ENGINE_CHAIN.test(chain));
  const made = chains.filter((chain) => !before?.chains.has(chain));
  // Chains that an earlier engine left are cleared by the next one as it starts: they get their rules back. The chain for
  // the administrator's own rules is not cleared, and what changed in it is not the engine's doing.
  const changed = chains.filter(
    (chain) => chain !== 'DOCKER-USER' && !made.includes(chain) && !sameRules(before, after, chain),
  );
  const rules = added(before?.rules ?? [], after.rules).filter(
    (rule) => !chains.includes(chainOf(rule)) && isEngineRule(rule, bridges),
  );
  const policy = (before?.chains.get('FORWARD') ?? 'ACCEPT') === 'ACCEPT' && after.chains.get('FORWARD') === 'DROP';
  const lines = [
    ...(after.name === 'filter' && policy ? [':FORWARD ACCEPT [0:0]'] : []),
    ...rules.map((rule) => rule.replace(/^-A /, '-D ')),
    ...[...made, ...changed].map((chain) => `-F ${chain}`),
    ...made.map((chain) => `-X ${chain}`),
    ...changed.flatMap((chain) => rulesOf(before, chain)),
  ];
  return lines.length === 0 ? '' : [`*${after.name}`, ...lines, 'COMMIT', ''].join('\n');
}

function rulesOf(table: Table | undefined, chain: string): readonly string[] {
  return table?.rules.filter((rule) => chainOf(rule) === chain) ?? [];
}

function sameRules(before: Table | undefined, after: Table, chain: string): boolean {
  return rulesOf(before, chain).join('\n') === rulesOf(after, chain).join('\n');
}

/** Rules of `after` that `before` has not, or not as often. */
function added(before: readonly string[], after: readonly string[]): string[] {
  const left = [...before];
  return after.filter((rule) => {
    const at = left.indexOf(rule);
    if (at === -1) return true;
    left.splice(at, 1);
    return false;
  });
}

function isEngineRule(rule: string, bridges: readonly string[]): boolean {
  const words = rule.split(' ');
  const argumentOf = (option: string): string => words[words.indexOf(option) + 1] ?? '';
  if (words.includes('-j') && ENGINE_CHAIN.test(argumentOf('-j'))) return true;
  if (words.includes('-i') && bridges.includes(argumentOf('-i'))) return true;
  if (words.includes('-o') && bridges.includes(argumentOf('-o'))) return true;
  return HAIRPIN.test(rule);
}

function chainOf(rule: string): string {
  return rule.split(' ')[1] ?? '';
}
