/** Parts of faults that several claims about containers name. */
import { isObject, type Json } from '../../helpers/faults/vocabulary';

/** A change of what inspect shows of a container that is in a state, as `paused`. */
export function inState(status: string, change: (document: Json) => Json): (document: Json) => Json {
  return (document) => {
    const state = isObject(document) ? document.State : undefined;
    return isObject(state) && state.Status === status ? change(document) : document;
  };
}
