/** Events that an engine tells otherwise than they came. */
import { Readable } from 'node:stream';
import { isObject, type Json, parsedJson } from './json';
import type { Plant, Reply } from './plant';
import { isSuccess } from './reply';
import { meantBy } from './selector';

type Event = Readonly<Record<string, Json>>;

/** What is told at an event, in its place. It remembers what came before. */
type Telling = (event: Event) => readonly Event[];

/** Events of an action are not told. */
export function losesEvents(action: string): Plant {
  return tells(() => (event) => (event.Action === action ? [] : [event]));
}

/** After each event of an action another of the same subject is told, which never came. */
export function inventsEvents(after: string, action: string): Plant {
  return tells(
    () => (event) => (event.Action === after ? [event, { ...event, Action: action, status: action }] : [event]),
  );
}

/** Of each subject the events of one action are held back until one of a later action was told. */
export function delaysEvents(action: string, until: string): Plant {
  return tells(() => {
    const held = new Map<string, Event[]>();
    return (event) => {
      const subject = isObject(event.Actor) ? String(event.Actor.ID) : '';
      const waiting = held.get(subject) ?? [];
      if (event.Action === action) {
        held.set(subject, [...waiting, event]);
        return [];
      }
      if (event.Action !== until) return [event];
      held.delete(subject);
      return [event, ...waiting];
    };
  });
}

/** Fields of events are changed. */
export function changesEvents(change: (event: Event) => Event): Plant {
  return tells(() => (event) => [change(event)]);
}

function tells(telling: () => Telling): Plant {
  return {
    meant: meantBy('GET /events'),
    hand: () => async (call, ask, planted) => {
      const reply = await ask(call);
      if (!isSuccess(reply)) return reply;
      const { 'content-length': _length, ...headers } = reply.headers;
      return { ...reply, headers, body: Readable.from(retold(reply, telling(), planted)) };
    },
  };
}

/** Line by line, as they come: who listens is told each at once. */
async function* retold({ body }: Reply, telling: Telling, planted: () => void): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body as AsyncIterable<Buffer>) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const event = parsedJson(Buffer.from(line));
      const told = isObject(event) ? telling(event).map((each) => JSON.stringify(each)) : [line];
      if (told.length !== 1 || (isObject(event) && told[0] !== JSON.stringify(event))) planted();
      if (told.length > 0) yield Buffer.from(told.map((each) => `${each}\n`).join(''));
    }
  }
  if (rest !== '') yield Buffer.from(rest);
}
