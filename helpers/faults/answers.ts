/** Answers that are other than the engine gave them. */
import { setTimeout as delay } from 'node:timers/promises';
import { type Change, changed, type Json, parsedJson } from './json';
import type { Hand, Plant, Reply } from './plant';
import { bytesOf, isSuccess, jsonReply, withBody } from './reply';
import { meantBy, type Selector } from './selector';

/** The JSON of what was answered is changed; refusals are left as they are. */
export function answers(selector: Selector, ...changes: readonly Change[]): Plant {
  return rewritten(selector, isSuccess, changes);
}

/** The JSON of a refusal is changed, as it is from API 1.24 on. */
export function refusals(selector: Selector, ...changes: readonly Change[]): Plant {
  return rewritten(selector, (reply) => !isSuccess(reply), changes);
}

/** What was done is answered with another status. */
export function answersStatus(selector: Selector, status: number): Plant {
  return restated(selector, (reply) => isSuccess(reply) && reply.status !== status, status);
}

/** A refusal is answered with another status. */
export function refusesWith(selector: Selector, status: number): Plant {
  return restated(selector, (reply) => !isSuccess(reply) && reply.status !== status, status);
}

/** A header is changed, or left out. */
export function answersHeader(selector: Selector, name: string, value: string | undefined): Plant {
  return plantOf(selector, async (call, ask, planted) => {
    const reply = await ask(call);
    if (reply.headers[name] === value) return reply;
    planted();
    const { [name]: _before, ...others } = reply.headers;
    return { ...reply, headers: value === undefined ? others : { ...others, [name]: value } };
  });
}

/** Whatever the engine answers, this text stands in its place, with its status. */
export function answersText(selector: Selector, text: string): Plant {
  return plantOf(selector, async (call, ask, planted) => {
    const reply = await ask(call);
    await bytesOf(reply);
    planted();
    return withBody(reply, Buffer.from(text));
  });
}

/** The text of what was answered is changed; refusals are left as they are. */
export function rewords(selector: Selector, rewriting: (text: string) => string): Plant {
  return plantOf(selector, async (call, ask, planted) => {
    const reply = await ask(call);
    if (!isSuccess(reply)) return reply;
    const before = (await bytesOf(reply)).toString('utf8');
    const after = rewriting(before);
    if (after !== before) planted();
    return withBody(reply, Buffer.from(after));
  });
}

/** Where the engine breaks off its answer, this comes in its place, as if it had been done. */
export function finishes(selector: Selector, success: Json): Plant {
  return plantOf(selector, async (call, ask, planted) => {
    try {
      const reply = await ask(call);
      return withBody(reply, await bytesOf(reply));
    } catch (error) {
      // Too large an answer is not broken off.
      if (error instanceof RangeError) throw error;
      planted();
      return jsonReply(200, success);
    }
  });
}

/** What was answered at first to a call is answered again and again: of what happens later nothing is seen. */
export function outdated(selector: Selector): Plant {
  return {
    meant: meantBy(selector),
    hand: () => {
      const first = new Map<string, Promise<{ readonly reply: Reply; readonly bytes: Buffer }>>();
      return async (call, ask, planted) => {
        const key = `${call.path}?${call.query}`;
        const known = first.get(key);
        const kept = known ?? ask(call).then(async (reply) => ({ reply, bytes: await bytesOf(reply) }));
        first.set(key, kept);
        if (known !== undefined) planted();
        const { reply, bytes } = await kept;
        return withBody(reply, bytes);
      };
    },
  };
}

/** What was answered comes so many milliseconds later. */
export function late(selector: Selector, ms: number): Plant {
  return plantOf(selector, async (call, ask, planted) => {
    const reply = await ask(call);
    planted();
    // Who waits for the answer keeps the process alive; where nobody does any more, nor does this.
    await delay(ms, undefined, { ref: false });
    return reply;
  });
}

/** A plant whose hand remembers nothing. */
export function plantOf(selector: Selector, hand: Hand): Plant {
  return { meant: meantBy(selector), hand: () => hand };
}

function rewritten(selector: Selector, such: (reply: Reply) => boolean, changes: readonly Change[]): Plant {
  return plantOf(selector, async (call, ask, planted) => {
    const reply = await ask(call);
    if (!such(reply)) return reply;
    const bytes = await bytesOf(reply);
    const before = parsedJson(bytes);
    if (before === undefined) return withBody(reply, bytes);
    const after = changed(before, changes);
    if (differs(before, after)) planted();
    return withBody(reply, Buffer.from(JSON.stringify(after)));
  });
}

function restated(selector: Selector, such: (reply: Reply) => boolean, status: number): Plant {
  return plantOf(selector, async (call, ask, planted) => {
    const reply = await ask(call);
    if (!such(reply)) return reply;
    planted();
    return withBody({ status, headers: reply.headers }, await bytesOf(reply));
  });
}

function differs(a: Json, b: Json): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}
