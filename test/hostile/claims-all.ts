/** An engine that says of everything on it that the run which is under way made it. */
import { isObject, type Json, parsedJson } from '../../helpers/faults/json';
import type { Plant } from '../../helpers/faults/plant';
import { bytesOf, isSuccess, withBody } from '../../helpers/faults/reply';
import { RUN_LABEL } from '../../helpers/run/identity';

const LISTS = /^GET \/(containers\/json|networks|volumes)$/;
const CREATION = /^POST \/(containers|networks|volumes)\/create$/;

/** Learns the label of the run from the first thing that it makes. */
export function claimsAll(): Plant {
  return {
    meant: (method, path) => LISTS.test(`${method} ${path}`) || CREATION.test(`${method} ${path}`),
    hand: () => {
      let run: Json | undefined;
      return async (call, ask, planted) => {
        if (call.method === 'POST') {
          const body = parsedJson(call.body);
          const labels = isObject(body) ? body.Labels : undefined;
          run ??= isObject(labels) ? labels[RUN_LABEL] : undefined;
          return ask(call);
        }
        const reply = await ask(call);
        const bytes = await bytesOf(reply);
        const list = parsedJson(bytes);
        if (run === undefined || list === undefined || !isSuccess(reply)) return withBody(reply, bytes);
        planted();
        return withBody(reply, Buffer.from(JSON.stringify(labelled(list, run))));
      };
    },
  };
}

function labelled(list: Json, run: Json): Json {
  const items = isObject(list) ? list.Volumes : list;
  const all = (Array.isArray(items) ? items : []).map((item) =>
    isObject(item) ? { ...item, Labels: { ...(isObject(item.Labels) ? item.Labels : {}), [RUN_LABEL]: run } } : item,
  );
  return isObject(list) ? { ...list, Volumes: all } : all;
}
