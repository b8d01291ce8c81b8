/** An engine that answers for every name. */
import { isObject, type Json, parsedJson } from './json';
import { prints } from './output';
import type { Hand, Plant } from './plant';
import { bytesOf, withBody } from './reply';
import { meantBy } from './selector';

const INSPECT = meantBy('GET /containers/*/json');

/** What nslookup says of a name that has no address: that there is none of that name, or an answer with nothing in it. */
const UNKNOWN = /\*\* server can't find .*|Non-authoritative answer:\n(?!\s*Name:)/g;

/** Of names that it does not know the engine says the address of the container that was inspected last. */
export function resolvesAll(): Plant {
  const hand = (): Hand => {
    let address = '';
    const lookups = resolving(() => address).hand();
    return async (call, ask, planted) => {
      if (!INSPECT(call.method, call.path)) return lookups(call, ask, planted);
      const reply = await ask(call);
      const bytes = await bytesOf(reply);
      address = addressIn(parsedJson(bytes)) ?? address;
      return withBody(reply, bytes);
    };
  };
  return { meant: (...asked) => INSPECT(...asked) || LOOKUPS.meant(...asked), hand };
}

function resolving(address: () => string): Plant {
  return prints(/nslookup/, (shown) => shown.replace(UNKNOWN, () => `Name:\tknown\nAddress: ${address()}\n`));
}

const LOOKUPS = resolving(() => '');

/** The address of a container on the first of its networks. */
function addressIn(inspect: Json | undefined): string | undefined {
  const settings = isObject(inspect) ? inspect.NetworkSettings : undefined;
  const networks = isObject(settings) ? settings.Networks : undefined;
  const [endpoint] = isObject(networks) ? Object.values(networks) : [];
  return isObject(endpoint) && typeof endpoint.IPAddress === 'string' ? endpoint.IPAddress : undefined;
}
