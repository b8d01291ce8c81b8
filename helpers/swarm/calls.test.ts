import { enginesOfTests } from '../fixtures/engines-of-tests';
import { inTurn, json } from '../fixtures/http-answers';
import { isRunning, updateNode, updateService } from './calls';
import { activate, drain, drainedNodes } from './drained';

const current = enginesOfTests();
const asked = () => current().server.asked.map(({ method, url }) => `${method} ${url}`);
const bodies = () => current().server.asked.flatMap(({ body }) => (body === '' ? [] : [JSON.parse(body)]));
const manager = () => current().engine({ apiVersion: '1.25' });

describe('a service', () => {
  test('is changed by its whole specification, at the version that it has', async () => {
    const { server } = current();
    server.on('GET /services/s1', json({ Version: { Index: 7 }, Spec: { Name: 's', Mode: { Replicated: {} } } }));
    server.on('POST /services/s1/update', json({}));
    await updateService(manager(), 's1', (spec) => ({ ...spec, Mode: { Replicated: { Replicas: 3 } } }));
    expect(asked()[1]).toBe('POST /v1.25/services/s1/update?version=7');
    expect(bodies()).toEqual([{ Name: 's', Mode: { Replicated: { Replicas: 3 } } }]);
  });

  test('that the swarm changed meanwhile is looked at anew', async () => {
    const { server } = current();
    server.on('GET /services/s1', inTurn(json({ Version: { Index: 7 } }), json({ Version: { Index: 8 } })));
    const refusal = json({ message: 'rpc error: code = Unknown desc = update out of sequence' }, 500);
    server.on('POST /services/s1/update', inTurn(refusal, json({})));
    expect((await updateService(manager(), 's1', (spec) => spec)).status).toBe(200);
    expect(asked().at(-1)).toBe('POST /v1.25/services/s1/update?version=8');
  });

  test('that is refused for another reason is asked for once', async () => {
    const { server } = current();
    server.on('GET /services/s1', json({ Version: { Index: 7 } }));
    server.on('POST /services/s1/update', json({ message: 'invalid' }, 400));
    expect((await updateService(manager(), 's1', (spec) => spec)).status).toBe(400);
    expect(asked()).toHaveLength(2);
  });
});

describe('a node', () => {
  test('is drained and activated with all else that it is, and marked meanwhile', async () => {
    const { server } = current();
    const labels = { zone: 'a' };
    const marked = { ...labels, 'io.engine-conformance.drained': 'ec-bcdfghjklm-1' };
    server.on(
      'GET /nodes/n1',
      inTurn(
        json({ Version: { Index: 1 }, Spec: { Role: 'worker', Availability: 'active', Labels: labels } }),
        json({ Version: { Index: 2 }, Spec: { Role: 'worker', Availability: 'drain', Labels: marked } }),
      ),
    );
    server.on('POST /nodes/n1/update', json({}));
    await drain(manager(), 'n1', 'ec-bcdfghjklm-1');
    await activate(manager(), 'n1');
    expect(bodies()).toEqual([
      { Role: 'worker', Availability: 'drain', Labels: marked },
      { Role: 'worker', Availability: 'active', Labels: labels },
    ]);
  });

  test('that is not there any more is told so', async () => {
    current().server.on('GET /nodes/n1', json({ message: 'node n1 not found' }, 404));
    expect((await updateNode(manager(), 'n1', (spec) => spec)).status).toBe(404);
  });

  test('is known as drained by its mark alone', async () => {
    const Labels = { 'io.engine-conformance.drained': 'ec-bcdfghjklm-1' };
    const nodes = [
      { ID: 'n1', Spec: { Availability: 'drain', Labels: { zone: 'a' } } },
      { ID: 'n2', Spec: { Labels } },
    ];
    current().server.on('GET /nodes', json(nodes));
    expect(await drainedNodes(manager())).toEqual([{ node: 'n2', mark: 'ec-bcdfghjklm-1' }]);
  });

  test('is none on an engine that is no manager, or knows no swarm mode', async () => {
    current().server.on('GET /nodes', json({ message: 'This node is not a swarm manager.' }, 503));
    expect(await drainedNodes(current().engine())).toEqual([]);
    expect(asked()).toEqual(['GET /v1.24/nodes']);
  });
});

test.each([
  ['running', 'running', true],
  ['running', 'preparing', false],
  ['shutdown', 'running', false],
])('a task that is to be %s and is %s runs: %s', (DesiredState, State, expected) => {
  expect(isRunning({ DesiredState, Status: { State } })).toBe(expected);
});
