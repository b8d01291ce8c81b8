/** Which calls a fault is about: by method and path, by their number, by what is asked. */
import { type Json, parsedJson } from './json';
import type { Plant } from './plant';

/**
 * A method and a path in which `*` stands for one part, as `GET /networks/*`; or what both must match together, where it
 * matters what stands there.
 */
export type Selector = `${'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD'} /${string}` | RegExp;

/** Whether a call is meant by a selector. */
export function meantBy(selector: Selector): Plant['meant'] {
  if (selector instanceof RegExp) return (method, path) => selector.test(`${method} ${path}`);
  const [wanted = '', pattern = ''] = selector.split(' ');
  const parts = pattern.split('/');
  return (method, path) => {
    const given = path.split('/');
    if (method !== wanted || given.length !== parts.length) return false;
    return parts.every((part, at) => (part === '*' ? given[at] !== '' : part === given[at]));
  };
}

/** The fault in the n-th of the calls that it is about, counted from 1, and in no other. */
export function nth(which: number, plant: Plant): Plant {
  return counted(plant, (count) => count === which);
}

/** The fault in the n-th of the calls that it is about, counted from 1, and in all that follow. */
export function since(first: number, plant: Plant): Plant {
  return counted(plant, (count) => count >= first);
}

/** The fault in those calls that it is about whose JSON body is such. */
export function where(such: (body: Json) => boolean, plant: Plant): Plant {
  const hand: Plant['hand'] = () => {
    const own = plant.hand();
    return (call, ask, planted) => {
      const body = parsedJson(call.body);
      return body !== undefined && such(body) ? own(call, ask, planted) : ask(call);
    };
  };
  return { meant: plant.meant, hand };
}

function counted(plant: Plant, chosen: (count: number) => boolean): Plant {
  const hand: Plant['hand'] = () => {
    const own = plant.hand();
    let count = 0;
    return (call, ask, planted) => {
      count += 1;
      return chosen(count) ? own(call, ask, planted) : ask(call);
    };
  };
  return { meant: plant.meant, hand };
}
