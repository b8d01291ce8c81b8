import { enginesOfTests } from '../fixtures/engines-of-tests';
import { empty, inTurn, json } from '../fixtures/http-answers';
import { SERVICE_ID_LABEL } from '../swarm/containers-gone';
import { Belongings } from './belongings';
import { RUN_LABEL } from './identity';
import { findMarked } from './sweep';

const current = enginesOfTests();
const { signal } = new AbortController();
const DEAD = 'bcdfghjklm';

test('a service goes first, and what it was on only when its containers are gone', async () => {
  const { server, engine } = current();
  const still = [{ Id: 'c1', Labels: { [SERVICE_ID_LABEL]: 's1' } }];
  server.on('DELETE /*', empty()).on('GET /containers/json', inTurn(json(still), json([])));
  const belongings = new Belongings();
  belongings.add('network', 'n1');
  belongings.add('service', 's1');
  expect(await belongings.removeAll(engine(), signal)).toEqual([]);
  expect(server.asked.map(({ method, url }) => `${method} ${url.split('?')[0]}`)).toEqual([
    'DELETE /v1.24/services/s1',
    'GET /v1.23/containers/json',
    'GET /v1.23/containers/json',
    'DELETE /v1.23/networks/n1',
  ]);
});

test('a drain goes by making its node active again', async () => {
  const { server, engine } = current();
  server.on('GET /nodes/n1', json({ Version: { Index: 3 }, Spec: { Role: 'worker', Availability: 'drain' } }));
  server.on('POST /nodes/n1/update', json({}));
  const belongings = new Belongings();
  belongings.add('drain', 'n1');
  expect(await belongings.removeAll(engine(), signal)).toEqual([]);
  expect(server.calls('POST')).toEqual(['POST /nodes/n1/update']);
});

test('what a run left in a swarm is found by its marks, and nothing of others', async () => {
  const { server, engine } = current();
  const drained = { 'io.engine-conformance.drained': `ec-${DEAD}-2` };
  server
    .on('GET /*', json([]))
    .on('GET /volumes', json({ Volumes: [] }))
    .on(
      'GET /services',
      json([
        { ID: 's1', Spec: { Name: 'x', Labels: { [RUN_LABEL]: DEAD } } },
        { ID: 's2', Spec: { Name: `ec-${DEAD}-1` } },
        { ID: 's3', Spec: { Name: 'web', Labels: null } },
      ]),
    )
    .on(
      'GET /nodes',
      json([
        { ID: 'n1', Spec: { Labels: drained } },
        { ID: 'n2', Spec: { Availability: 'drain' } },
      ]),
    );
  expect(await findMarked(engine())).toEqual([
    { kind: 'service', id: 's1', run: DEAD },
    { kind: 'service', id: 's2', run: DEAD },
    { kind: 'drain', id: 'n1', run: DEAD },
  ]);
});
