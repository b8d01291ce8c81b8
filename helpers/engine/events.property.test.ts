import fc from 'fast-check';
import { anyJson, anyText } from '../fixtures/arbitrary';
import type { Json } from './answer';
import type { Send } from './calls';
import { watchedEvents } from './events';
import { isEngineTrouble } from './trouble';

/** Answers with this text in these pieces, and stops where the listener has enough. */
function telling(text: string, cuts: readonly number[]): Send {
  return async ({ enough }) => {
    const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
    let told = '';
    for (const [index, place] of [...places, text.length].entries()) {
      const piece = text.slice(places[index - 1] ?? 0, place);
      told += piece;
      if (enough?.(piece)) break;
    }
    const bytes = Buffer.from(told);
    return {
      method: 'GET',
      path: '/events',
      status: 200,
      headers: {},
      text: told,
      json: undefined,
      bytes,
      durationMs: 1,
    };
  };
}

const watch = (text: string, cuts: readonly number[], count: number) =>
  watchedEvents(telling(text, cuts), { since: 1, seconds: 1, filters: {}, enough: (events) => events.length >= count });

const isEvent = (value: Json) => typeof value === 'object' && value !== null;
const events = fc.array(anyJson(['Action', 'Actor', 'Type']).filter(isEvent), { maxLength: 6 });
const cuts = fc.array(fc.nat(), { maxLength: 8 });

describe('events', () => {
  test('are the same in whatever pieces they come', async () => {
    await fc.assert(
      fc.asyncProperty(events, cuts, async (all, at) => {
        const text = all.map((each) => `${JSON.stringify(each)}\n`).join('');
        const plain = all.map((each) => JSON.parse(JSON.stringify(each)) as Json);
        expect(await watch(text, at, Number.POSITIVE_INFINITY)).toEqual(plain);
      }),
    );
  });

  test('are the first ones where some are enough', async () => {
    await fc.assert(
      fc.asyncProperty(events, cuts, fc.integer({ min: 1, max: 4 }), async (all, at, count) => {
        const text = all.map((each) => `${JSON.stringify(each)}\n`).join('');
        const heard = await watch(text, at, count);
        expect(heard.length).toBeGreaterThanOrEqual(Math.min(count, all.length));
        expect(heard).toEqual(all.slice(0, heard.length).map((each) => JSON.parse(JSON.stringify(each)) as Json));
      }),
    );
  });

  test('in any text are read, or told of as trouble of the engine', async () => {
    await fc.assert(
      fc.asyncProperty(anyText(['{', '}', '"a":1', '\n', '[]', '{}\n', 'null\n'], 16), cuts, async (text, at) => {
        try {
          expect((await watch(text, at, 3)).every((each) => typeof each === 'object' && each !== null)).toBe(true);
        } catch (error) {
          if (!isEngineTrouble(error)) throw error;
        }
      }),
    );
  });
});
