/** A refusal where there should be none, and none where there should be one. */
import { plantOf } from './answers';
import type { Json } from './json';
import type { Call, Plant, Reply } from './plant';
import { isSuccess, jsonReply, refusal } from './reply';
import type { Selector } from './selector';

/** What a success is answered with: a document, or one that is made of the call. */
export type Success = Json | ((call: Call) => Json);

/** Nothing is done, and it is answered as if it had been. */
export function swallows(selector: Selector, status: number, success?: Success): Plant {
  return plantOf(selector, async (call, _ask, planted) => {
    planted();
    return successReply(call, status, success);
  });
}

/** What the engine refuses is answered as if it had been done. */
export function accepts(selector: Selector, status: number, success?: Success): Plant {
  return plantOf(selector, async (call, ask, planted) => {
    const reply = await ask(call);
    if (isSuccess(reply)) return reply;
    reply.body.destroy();
    planted();
    return successReply(call, status, success);
  });
}

/** Nothing is done, and it is refused. */
export function refuses(selector: Selector, status: number, message = 'refused for no reason'): Plant {
  return plantOf(selector, async (call, _ask, planted) => {
    planted();
    return refusal(call, status, message);
  });
}

/** What the engine refuses is refused with other words. */
export function refusesSaying(selector: Selector, message: string): Plant {
  return plantOf(selector, async (call, ask, planted) => {
    const reply = await ask(call);
    if (isSuccess(reply)) return reply;
    reply.body.destroy();
    planted();
    return refusal(call, reply.status, message);
  });
}

function successReply(call: Call, status: number, success: Success | undefined): Reply {
  return jsonReply(status, typeof success === 'function' ? success(call) : success);
}
