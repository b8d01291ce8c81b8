/** The IPv4 routes of a network namespace, as busybox's ip or iproute2's shows them. */

export interface Route {
  /** `default`, or a network as `172.18.0.0/16`. */
  readonly destination: string;
  /** The gateway; absent for a network that is directly connected. */
  readonly via?: string;
  readonly device?: string;
  /** The own address that is used as source. */
  readonly source?: string;
}

const KINDS = ['unreachable', 'blackhole', 'prohibit', 'throw', 'local', 'broadcast', 'multicast', 'unicast', 'nat'];

/** Shows the main routing table. */
export function routes(): string[] {
  return ['ip', 'route'];
}

/** Reads `ip route`, in the order shown; routes of a special kind (`unreachable …`) are left out. */
export function parseRoutes(text: string): Route[] {
  const found: Route[] = [];
  for (const line of text.split('\n')) {
    const words = line.trim().split(/\s+/);
    const destination = words[0] ?? '';
    if (/^\s/.test(line) || KINDS.includes(destination)) continue;
    if (destination !== 'default' && !/^\d{1,3}(\.\d{1,3}){3}(\/\d{1,2})?$/.test(destination)) continue;
    const after = (word: string): string | undefined => {
      const at = words.indexOf(word, 1);
      return at === -1 ? undefined : words[at + 1];
    };
    const [via, device, source] = [after('via'), after('dev'), after('src')];
    found.push({
      destination,
      ...(via === undefined ? {} : { via }),
      ...(device === undefined ? {} : { device }),
      ...(source === undefined ? {} : { source }),
    });
  }
  return found;
}
