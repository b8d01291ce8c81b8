/** An engine that keeps nobody apart. */
import { isObject, parsedJson } from './json';
import type { Hand, Plant } from './plant';
import { bytesOf, isSuccess, withBody } from './reply';
import { meantBy } from './selector';

const CREATE = meantBy('POST /networks/create');
const START = meantBy('POST /containers/*/start');

/** A container that starts is connected to every network that was made before, too. */
export function connectsToAll(): Plant {
  const hand = (): Hand => {
    const made: string[] = [];
    return async (call, ask, planted) => {
      const reply = await ask(call);
      if (!isSuccess(reply)) return reply;
      if (CREATE(call.method, call.path)) {
        const bytes = await bytesOf(reply);
        const created = parsedJson(bytes);
        if (isObject(created)) made.push(String(created.Id));
        return withBody(reply, bytes);
      }
      const [, , container] = call.path.split('/');
      const headers = { ...call.headers, 'content-type': 'application/json' };
      const body = Buffer.from(JSON.stringify({ Container: container }));
      for (const network of made) {
        const connected = await ask({ ...call, path: `/networks/${network}/connect`, headers, body });
        await bytesOf(connected);
        if (isSuccess(connected)) planted();
      }
      return reply;
    };
  };
  return { meant: (...asked) => CREATE(...asked) || START(...asked), hand };
}
