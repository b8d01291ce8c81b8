/**
 * Keeps the suite to what the Remote API v1.23 knows. Engines pass over fields and parameters that they do not know, so a
 * request with a newer one would be answered, and would not mean what a claim says it means. Names are judged, not values:
 * claims send wrong values on purpose.
 */
import { type Check, compileShapes, type Fault } from './body-shape';
import { type RequestSpec, readRequestTable } from './request-table';
import { compileRoutes } from './routes';

/** A request that API v1.23 does not know: the suite's own fault, whatever the engine would answer. */
export class GuardError extends Error {
  override readonly name = 'GuardError';
}

export interface GuardedRequest {
  readonly method: string;
  /** Without the version prefix; it may carry a query. */
  readonly path: string;
  /** Undefined values are not sent, and not checked. */
  readonly query?: Readonly<Record<string, unknown>>;
  /** An object or JSON text; other text and bytes have no names to check. */
  readonly body?: unknown;
}

interface Row extends RequestSpec {
  readonly known: ReadonlySet<string>;
  readonly knownFilters: ReadonlySet<string>;
  readonly checkBody: Check | undefined;
}

let find: ((method: string, path: string) => Row | undefined) | undefined;

/**
 * Passes a request that Docker 1.11.1 knows. Source of the table: schemas/engine-v1.23/requests.json.
 *
 * @throws GuardError naming the endpoint, query parameter, filter or body field that is not in API v1.23
 */
export function assertKnownToV123(request: GuardedRequest): void {
  find ??= compileTable();
  const mark = request.path.indexOf('?');
  const path = mark === -1 ? request.path : request.path.slice(0, mark);
  const row = find(request.method, path);
  if (row === undefined) throw new GuardError(`${request.method} ${path} is not in API v1.23`);
  const query = request.query ?? {};
  for (const name of Object.keys(query)) checkParameter(row, name, query[name]);
  if (mark !== -1) {
    for (const [name, value] of new URLSearchParams(request.path.slice(mark + 1))) checkParameter(row, name, value);
  }
  if (request.body !== undefined && request.body !== null) checkBody(row, request.body);
}

function compileTable(): (method: string, path: string) => Row | undefined {
  const table = readRequestTable();
  const shapes = compileShapes(table);
  return compileRoutes(
    table.requests.map((spec) => ({
      ...spec,
      known: new Set(spec.query),
      knownFilters: new Set(spec.filters),
      checkBody: spec.body === undefined ? undefined : shapes.get(spec.body),
    })),
  );
}

function checkParameter(row: Row, name: string, value: unknown): void {
  if (value === undefined) return;
  if (!row.known.has(name)) {
    const because = row.refused?.find((refusal) => refusal.query === name)?.because;
    throw refusal(row, `query parameter ${name}`, because);
  }
  if (name !== 'filters') return;
  const filters = typeof value === 'string' ? parsed(value) : value;
  if (typeof filters !== 'object' || filters === null) return;
  for (const [key, wanted] of Object.entries(filters)) {
    if (wanted !== undefined && !row.knownFilters.has(key)) throw refusal(row, `filter ${key}`);
  }
}

function checkBody(row: Row, body: unknown): void {
  const bytes = typeof body === 'string' || ArrayBuffer.isView(body);
  if (bytes && row.body === 'archive') return;
  const content = contentOf(body);
  if (typeof content !== 'object' || content === null) return;
  if (row.checkBody !== undefined) {
    const fault: Fault | undefined = row.checkBody(content);
    if (fault !== undefined) throw refusal(row, `body field ${fault.path}`, fault.because);
    return;
  }
  const field = Object.entries(content).find(([, value]) => value !== undefined)?.[0];
  if (field === undefined) return;
  const takes = row.body === 'archive' ? 'its body is an archive' : 'it reads no body';
  throw refusal(row, `body field ${field}`, takes);
}

/** What a body says: an object as it is, text and bytes as the JSON in them. Archives hold no names. */
function contentOf(body: unknown): unknown {
  if (typeof body === 'string') return parsed(body);
  // A view of bytes is told by its kind: instanceof does not reach over jest's realms.
  if (ArrayBuffer.isView(body))
    return parsed(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8'));
  return body;
}

/** The JSON in a text, or undefined where it is none: claims send malformed text on purpose. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof Error && error.name === 'SyntaxError') return undefined;
    throw error;
  }
}

function refusal(row: Row, what: string, because?: string): GuardError {
  const why = because === undefined ? 'is not in API v1.23' : `must not be sent to API v1.23: ${because}`;
  return new GuardError(`${row.method} ${row.path}: ${what} ${why}`);
}
