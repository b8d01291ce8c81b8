import { CONTAINER, enginesOfTests } from '../fixtures/engines-of-tests';
import { body, inTurn } from '../fixtures/http-answers';

const current = enginesOfTests();

describe('events', () => {
  test('events are one JSON a line, and a line that is none is the trouble of the engine', async () => {
    const { server, engine } = current();
    server.on(
      'GET /events',
      inTurn(
        body('{"Type":"network","Action":"create"}\n\n{"status":"start"}\n'),
        body(''),
        body('{"Type":\n'),
        body('null\n'),
      ),
    );
    const filters = { container: [CONTAINER.id] };
    expect(await engine().watchEvents(1.5, filters, () => false, 0.5)).toEqual([
      { Type: 'network', Action: 'create' },
      { status: 'start' },
    ]);
    const query = new URL(server.asked[0]?.url ?? '', 'http://localhost').searchParams;
    expect(Object.fromEntries(query)).toEqual({ since: '1.5', until: '2', filters: JSON.stringify(filters) });
    expect(await engine().watchEvents(1, {}, () => false, 1)).toEqual([]);
    for (const _ of ['cut', 'null']) {
      await expect(engine().watchEvents(1, {}, () => false, 1)).rejects.toMatchObject({
        name: 'EngineTrouble',
        kind: 'malformed',
      });
    }
  });
});
