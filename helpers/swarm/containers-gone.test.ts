import { clientOn, engineOn } from '../fixtures/engine-on';
import { enginesOfTests } from '../fixtures/engines-of-tests';
import { httpAnswers, inTurn, json, reset } from '../fixtures/http-answers';
import { containersOfServicesGone, SERVICE_ID_LABEL } from './containers-gone';

const current = enginesOfTests();
const { signal } = new AbortController();
const containerOf = (service: string) => ({ Id: `of ${service}`, Labels: { [SERVICE_ID_LABEL]: service } });

test('nothing is left once no host has a container of the service, whatever others have', async () => {
  const there = await httpAnswers();
  const client = clientOn(there.endpoint);
  const lists = [[containerOf('s1'), containerOf('s2')], [containerOf('s2')]] as const;
  current().server.on('GET /containers/json', inTurn(json(lists[0]), json(lists[1])));
  there.on('GET /containers/json', inTurn(json(lists[0]), json(lists[0]), json([])));
  const engines = [current().engine(), engineOn(client)];
  expect(await containersOfServicesGone(['s1'], engines, 5_000, signal)).toEqual([]);
  expect(there.asked).toHaveLength(3);
  client.close();
  await there.close();
});

test('a service whose containers stay is told of', async () => {
  current().server.on('GET /containers/json', json([containerOf('s1')]));
  expect(await containersOfServicesGone(['s1', 's3'], [current().engine()], 200, signal)).toEqual([
    'service s1: its containers are still there',
  ]);
});

test('a host that does not answer is told of', async () => {
  current().server.on('GET /containers/json', reset);
  const [line, ...others] = await containersOfServicesGone(['s1'], [current().engine()], 200, signal);
  expect(line).toMatch(/^service s1: GET .*(reset|hang up)/i);
  expect(others).toEqual([]);
});
