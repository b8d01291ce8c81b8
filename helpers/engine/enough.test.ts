import type { ServerResponse } from 'node:http';
import { clientOfTests } from '../fixtures/client-of-tests';
import { enginesOfTests } from '../fixtures/engines-of-tests';
import { body, endless, type HttpAnswers, type Reply } from '../fixtures/http-answers';
import { poll } from '../verdict/poll';
import type { EngineEvent } from './responses';

/** An answer that never ends: its first piece comes by itself, each further one when `next` is called. */
function pieces(first: string, ...more: readonly string[]): { readonly reply: Reply; next(): void } {
  let response: ServerResponse | undefined;
  const left = [...more];
  return {
    reply: (answer) => {
      response = answer;
      answer.writeHead(200);
      answer.write(first);
    },
    next: () => {
      const piece = left.shift();
      if (piece !== undefined) response?.write(piece);
    },
  };
}

/** Polls until nobody holds a connection to the server, for at most 2 s. */
async function allClosed(server: HttpAnswers): Promise<boolean> {
  const { signal } = new AbortController();
  return (await poll(server.connections, (open) => open === 0, 2_000, signal)).accepted;
}

describe('an answer that goes on', () => {
  const current = clientOfTests();

  test('ends, and its connection with it, once what came so far is enough', async () => {
    const { reply, next } = pieces('a', 'b', 'c', 'd');
    const asked: string[] = [];
    const enough = (piece: string) => {
      asked.push(piece);
      next();
      return piece === 'c';
    };
    expect((await current().ask(reply, { enough })).text).toBe('abc');
    expect(asked).toEqual(['a', 'b', 'c']);
    expect(await allClosed(current().server)).toBe(true);
  });

  test('is given up at the limit of time, and at that of size, where it is never enough', async () => {
    const enough = () => false;
    await expect(current().ask(pieces('a').reply, { enough, limitMs: 80 })).rejects.toMatchObject({ kind: 'timeout' });
    await expect(current().ask(endless, { enough })).rejects.toMatchObject({ kind: 'too-large' });
  });

  test('is heard in whole characters, however it is cut', async () => {
    const [first, second] = [Buffer.from('é').subarray(0, 1), Buffer.from('é').subarray(1)];
    const asked: string[] = [];
    const reply: Reply = (response) => {
      response.write(first);
      setTimeout(() => response.write(second), 30);
    };
    const enough = (piece: string) => {
      asked.push(piece);
      return piece !== '';
    };
    expect((await current().ask(reply, { enough })).text).toBe('é');
    expect(asked.join('')).toBe('é');
  });

  test('is whole where it ends by itself before it is enough', async () => {
    expect((await current().ask(body('a and b'), { enough: () => false })).text).toBe('a and b');
  });
});

describe('events that are watched', () => {
  const current = enginesOfTests();
  const actions = (events: readonly EngineEvent[]) => events.map(({ Action }) => Action);
  const event = (action: string) => `{"Action":"${action}"}\n`;

  test('are heard no longer once there are enough; a line that is cut by then is none', async () => {
    const { server, engine } = current();
    server.on('GET /events', (response) => {
      response.writeHead(200).write(`${event('create')}{"Action":"st`);
      // A piece of its own: sent when the first has gone its way.
      setTimeout(() => response.write(`art"}\n{"Action":"d`), 30);
    });
    const asked: unknown[] = [];
    const enough = (events: readonly EngineEvent[]) => {
      asked.push(actions(events));
      return events.length === 2;
    };
    const begun = performance.now();
    expect(actions(await engine().watchEvents(1, {}, enough, 60))).toEqual(['create', 'start']);
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(asked).toEqual([['create'], ['create', 'start']]);
    expect(await allClosed(server)).toBe(true);
  });

  test('are all that came where the engine ends before there are enough, its last line whole or not', async () => {
    const { server, engine } = current();
    server.on('GET /events', body(`${event('create')}{"Action":"start"}`));
    expect(actions(await engine().watchEvents(1, {}, () => false, 1))).toEqual(['create', 'start']);
  });

  test('are refused with what the engine says, which is no event', async () => {
    const { server, engine } = current();
    server.on('GET /events', body('invalid filter\n', 400));
    const watched = engine().watchEvents(1, {}, () => false, 1);
    await expect(watched).rejects.toThrow(/answered 400: invalid filter$/);
  });

  test('are the trouble of the engine as soon as a whole line is none', async () => {
    const { server, engine } = current();
    server.on('GET /events', pieces('no event\n').reply);
    const watched = engine().watchEvents(1, {}, () => false, 60);
    await expect(watched).rejects.toMatchObject({ name: 'EngineTrouble', kind: 'malformed' });
    expect(await allClosed(server)).toBe(true);
  });
});
