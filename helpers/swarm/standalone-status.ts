/**
 * What a manager of Standalone Swarm says of itself and of its nodes: `SystemStatus` of its info, pairs of text in a fixed order
 * in which indentation tells to what a line belongs. Source: docker/swarm 1.2.1, api/handlers.go and cluster/swarm/cluster.go.
 */

export interface SwarmStatus {
  /** `primary` or `replica`. */
  readonly role: string | undefined;
  /** Address of the primary; only a replica names it. */
  readonly primary: string | undefined;
  readonly strategy: string | undefined;
  readonly filters: readonly string[];
  /** The number that is stated, not that of the nodes that are listed. */
  readonly nodeCount: number | undefined;
  readonly nodes: readonly NodeStatus[];
}

/** One node; a field is undefined where it is missing or not as it should be. */
export interface NodeStatus {
  readonly name: string;
  /** Of its engine: `10.111.222.35:2375`. */
  readonly address: string;
  /** The id that its engine says of itself. */
  readonly id: string | undefined;
  readonly status: string | undefined;
  readonly containers: number | undefined;
  /** Whole numbers. */
  readonly cpus: Reserved | undefined;
  /** Bytes, as exact as four digits are. */
  readonly memory: Reserved | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly error: string | undefined;
  readonly serverVersion: string | undefined;
}

/** Of a total as much is reserved. */
export interface Reserved {
  readonly reserved: number;
  readonly total: number;
}

type Pair = readonly [key: string, value: string];

/** Reads `SystemStatus`, whatever it is; never throws. */
export function parseSwarmStatus(systemStatus: unknown): SwarmStatus {
  const pairs = Array.isArray(systemStatus) ? systemStatus.filter(isPair) : [];
  const first = pairs.findIndex(isNode);
  const own = new Map(first < 0 ? pairs : pairs.slice(0, first));
  return {
    role: own.get('Role'),
    primary: own.get('Primary'),
    strategy: own.get('Strategy'),
    filters: (own.get('Filters') ?? '').split(',').flatMap((filter) => filter.trim() || []),
    nodeCount: wholeNumber(own.get('Nodes')),
    nodes: first < 0 ? [] : nodesIn(pairs.slice(first)),
  };
}

function isPair(entry: unknown): entry is Pair {
  return Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === 'string');
}

/** ` n35`: one space before its name. */
function isNode([key]: Pair): boolean {
  return /^ \S/.test(key);
}

/** `  └ Status`: a line of a node. */
const FIELD = /^ {2}└ (.+)$/;

function nodesIn(pairs: readonly Pair[]): NodeStatus[] {
  const begins = pairs.flatMap((pair, at) => (isNode(pair) ? [at] : []));
  return begins.map((begin, at) => nodeIn(pairs.slice(begin, begins[at + 1])));
}

function nodeIn([[name, address] = ['', ''], ...lines]: readonly Pair[]): NodeStatus {
  const fields = new Map(lines.map(([key, value]) => [FIELD.exec(key)?.[1] ?? key, value]));
  return {
    name: name.trim(),
    address,
    id: fields.get('ID'),
    status: fields.get('Status'),
    // Later versions add in brackets how many of them run.
    containers: wholeNumber(fields.get('Containers')?.replace(/ \(.*\)$/, '')),
    cpus: reserved(fields.get('Reserved CPUs'), wholeNumber),
    memory: reserved(fields.get('Reserved Memory'), bytes),
    labels: labelsIn(fields.get('Labels') ?? ''),
    error: fields.get('Error'),
    serverVersion: fields.get('ServerVersion'),
  };
}

function reserved(
  text: string | undefined,
  parse: (part: string | undefined) => number | undefined,
): Reserved | undefined {
  const [used, total] = (text ?? '').split(' / ').map(parse);
  return used === undefined || total === undefined ? undefined : { reserved: used, total };
}

function wholeNumber(text: string | undefined): number | undefined {
  return /^\d{1,15}$/.test(text ?? '') ? Number(text) : undefined;
}

/** Source: docker/go-units, BytesSize: powers of 1024 with four digits. */
const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

function bytes(text: string | undefined): number | undefined {
  const [, number, unit = ''] = /^(\d{1,5}(?:\.\d{1,3})?) (\w+)$/.exec(text ?? '') ?? [];
  const power = UNITS.indexOf(unit);
  return number === undefined || power < 0 ? undefined : Number(number) * 1024 ** power;
}

/** `a=1, b=x, y, c=`: a value may hold a comma. */
function labelsIn(text: string): Record<string, string> {
  const entries = text.split(/, (?=[^,=]+=)/).flatMap((part) => {
    const at = part.indexOf('=');
    return at <= 0 ? [] : [[part.slice(0, at), part.slice(at + 1)] as const];
  });
  return Object.fromEntries(entries);
}
