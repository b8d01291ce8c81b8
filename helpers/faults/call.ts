/** A call as it came to the proxy. */
import type { IncomingMessage } from 'node:http';
import type { Call } from './plant';
import { bytesOf } from './reply';

/** Its parts that are known before its body. */
export type CallHead = Omit<Call, 'body'>;

/** The method, path and query of a request, the version taken off its path. */
export function headOf({ method = '', url = '', headers }: IncomingMessage): CallHead {
  const [target = '', ...query] = url.split('?');
  const version = /^\/v\d+\.\d+(?=\/)/.exec(target)?.[0] ?? '';
  return { method, version, path: target.slice(version.length), query: new URLSearchParams(query.join('?')), headers };
}

/** The whole call. Throws RangeError where its body is larger than an answer may be. */
export async function callOf(request: IncomingMessage): Promise<Call> {
  return { ...headOf(request), body: await bytesOf({ body: request }) };
}
