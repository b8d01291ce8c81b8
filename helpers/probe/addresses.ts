/** The interfaces and IPv4 addresses of a network namespace, as busybox's ip or iproute2's shows them. */

export interface InterfaceAddress {
  /** `eth0`. */
  readonly interface: string;
  /** `172.18.0.2`. */
  readonly address: string;
  /** Length of the network's prefix: 16. */
  readonly prefix: number;
  /** Lower case; absent where the output does not tell it. */
  readonly mac?: string;
}

export interface Interface {
  readonly interface: string;
  readonly index: number;
  /** Administratively up. */
  readonly up: boolean;
  readonly mtu?: number;
  /** Lower case. */
  readonly mac?: string;
  /** The other end of a veth pair or the like, as `if70`. */
  readonly peer?: string;
}

/** Shows all addresses, with the interfaces' MAC addresses. */
export function addresses(): string[] {
  return ['ip', 'addr'];
}

/** Reads `ip addr`, with or without `-o` and `-4`: the IPv4 addresses in the order shown. */
export function parseAddresses(text: string): InterfaceAddress[] {
  const found: InterfaceAddress[] = [];
  let name = '';
  let mac: string | undefined;
  for (const line of text.split('\n')) {
    const head = /^\d{1,9}: ([^\s:@]{1,64})/.exec(line);
    if (head?.[1] !== undefined && head[1] !== name) {
      name = head[1];
      mac = undefined;
    }
    mac = macIn(line) ?? mac;
    const inet = /\sinet (\d{1,3}(?:\.\d{1,3}){3})(?: peer \d{1,3}(?:\.\d{1,3}){3})?(?:\/(\d{1,2}))?\s/.exec(
      `${line} `,
    );
    if (inet?.[1] === undefined || name === '') continue;
    const address = { interface: name, address: inet[1], prefix: Number(inet[2] ?? 32) };
    found.push(mac === undefined ? address : { ...address, mac });
  }
  return found;
}

/** Shows all interfaces. */
export function interfaces(): string[] {
  return ['ip', '-o', 'link'];
}

/** Reads `ip -o link`, in the order shown. */
export function parseInterfaces(text: string): Interface[] {
  const found: Interface[] = [];
  for (const line of text.split('\n')) {
    const head = /^(\d{1,9}): ([^\s:@]{1,64})(?:@([^\s:]{1,64}))?: <([^>]{0,500})>/.exec(line);
    if (head?.[1] === undefined || head[2] === undefined) continue;
    const mtu = /\smtu (\d{1,9})\b/.exec(line);
    const mac = macIn(line);
    found.push({
      interface: head[2],
      index: Number(head[1]),
      up: (head[4] ?? '').split(',').includes('UP'),
      ...(mtu === null ? {} : { mtu: Number(mtu[1]) }),
      ...(mac === undefined ? {} : { mac }),
      ...(head[3] === undefined ? {} : { peer: head[3] }),
    });
  }
  return found;
}

function macIn(line: string): string | undefined {
  return /\slink\/[\w-]{1,32} ([0-9a-f]{2}(?::[0-9a-f]{2}){5})\b/i.exec(line)?.[1]?.toLowerCase();
}
