/**
 * Subnets that are free: of the engine's networks, of the host's routes and addresses, and of what this run chose before.
 * The document's question 1 is about just that: Docker chooses without regard to what it does not manage.
 */
import { randomInt } from 'node:crypto';
import ipaddr from 'ipaddr.js';

/** Private ranges to choose from (RFC 1918), least used by engines and homes first. */
const RANGES = ['10.64.0.0/10', '10.128.0.0/9', '172.28.0.0/14', '192.168.128.0/17'];
const BITS = 24;

/** Addresses of one of the subnets that are chosen. */
const SIZE = 2 ** (32 - BITS);

type Range = [address: ipaddr.IPv4, bits: number];

/** First and last address as numbers: a pool looks at up to 50,000 candidates where a whole 10.0.0.0/8 is taken. */
interface Span {
  readonly first: number;
  readonly last: number;
}

/** Draws before the range is searched from its beginning: it is nearly full then. */
const DRAWS = 32;

export class SubnetPool {
  readonly #taken: Span[];

  /** @param taken subnets and addresses in use, as `10.1.0.0/16`; what is no IPv4 range is left out */
  constructor(taken: Iterable<string>) {
    this.#taken = [...taken].flatMap((text) => {
      const range = parseRange(text);
      // The default route covers everything and says nothing about what is in use.
      return range === undefined || range[1] === 0 ? [] : [spanOf(range)];
    });
  }

  /**
   * A free /24, chosen at random so that two runs at once seldom choose the same.
   *
   * @throws RangeError where none is free
   */
  next(): string {
    for (const text of RANGES) {
      const first = this.#search(spanOf(ipaddr.IPv4.parseCIDR(text) as Range));
      if (first !== undefined) {
        this.#taken.push({ first, last: first + SIZE - 1 });
        return `${dotted(first)}/${BITS}`;
      }
    }
    throw new RangeError(`no free /${BITS} in ${RANGES.join(', ')}`);
  }

  #search({ first, last }: Span): number | undefined {
    const taken = this.#taken.filter((span) => span.first <= last && first <= span.last);
    const count = (last + 1 - first) / SIZE;
    const free = (candidate: number) => !taken.some((span) => span.first < candidate + SIZE && candidate <= span.last);
    // Drawn anew where the draw is taken: the first free one behind what is taken is what an engine chooses next by itself.
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const candidate = first + randomInt(count) * SIZE;
      if (free(candidate)) return candidate;
    }
    for (let candidate = first; candidate <= last; candidate += SIZE) if (free(candidate)) return candidate;
    return undefined;
  }
}

/** Do two ranges share an address? */
export function overlaps(a: Range, b: Range): boolean {
  return a[0].match(b[0], Math.min(a[1], b[1]));
}

/** `10.1.0.0/16` or `10.1.2.3` as a range, or undefined. */
export function parseRange(text: string): Range | undefined {
  if (ipaddr.IPv4.isValidCIDR(text)) return ipaddr.IPv4.parseCIDR(text) as Range;
  return ipaddr.IPv4.isValidFourPartDecimal(text) ? [ipaddr.IPv4.parse(text), 32] : undefined;
}

/**
 * An address of a subnet by its number: `addressIn('10.93.7.0/24', 22)` is `10.93.7.22`.
 *
 * @throws Error where the subnet is no IPv4 range
 */
export function addressIn(subnet: string, number: number): string {
  const [base] = ipaddr.IPv4.parseCIDR(subnet);
  return dotted(numberOf(base) + number);
}

function spanOf([address, bits]: Range): Span {
  const size = 2 ** (32 - bits);
  const first = Math.floor(numberOf(address) / size) * size;
  return { first, last: first + size - 1 };
}

function numberOf(address: ipaddr.IPv4): number {
  return address.octets.reduce((sum, octet) => sum * 256 + octet, 0);
}

function dotted(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}
