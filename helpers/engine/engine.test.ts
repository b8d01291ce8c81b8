import { CONTAINER, enginesOfTests } from '../fixtures/engines-of-tests';
import { body, bytes, empty, inTurn, json, multiplexed } from '../fixtures/http-answers';

const current = enginesOfTests();
const OF_CONTAINER = `/containers/${CONTAINER.id}`;

describe('short forms', () => {
  test('wait gives the exit status, and is trouble where there is none', async () => {
    const { server, engine } = current();
    server.on(`POST ${OF_CONTAINER}/wait`, inTurn(json({ StatusCode: 137 }), json({ StatusCode: '0' })));
    expect(await engine().wait(CONTAINER)).toBe(137);
    await expect(engine().wait(CONTAINER)).rejects.toMatchObject({ kind: 'malformed' });
  });

  test('logs come apart into both streams', async () => {
    const { server, engine, evidence } = current();
    server.on(
      `GET ${OF_CONTAINER}/logs`,
      body(
        multiplexed([
          [2, 'b'],
          [1, 'a'],
        ]),
      ),
    );
    expect(await engine().logs(CONTAINER)).toEqual({ stdout: 'a', stderr: 'b' });
    expect(evidence()[0]?.response).toBe('ab');
    expect(server.asked[0]?.url).toContain('?stdout=1&stderr=1');
  });

  test('volumes that the engine lists as null are none', async () => {
    const { server, engine } = current();
    server.on('GET /volumes', inTurn(json({ Volumes: null }), json({ Volumes: [{ Name: 'v' }] })));
    expect(await engine().volumes()).toEqual([]);
    expect(await engine().volumes()).toEqual([{ Name: 'v' }]);
  });

  test('names are encoded in a path', async () => {
    const { server, engine } = current();
    server.on('GET /*', empty(404));
    await expect(engine().volume('a/b?c')).rejects.toMatchObject({ name: 'UnexpectedAnswer' });
    await expect(engine().network('n m')).rejects.toMatchObject({ name: 'UnexpectedAnswer' });
    expect(server.asked.map(({ url }) => url)).toEqual(['/v1.23/volumes/a%2Fb%3Fc', '/v1.23/networks/n%20m']);
  });

  test('what acts on a container and a network asks so', async () => {
    const { server, engine } = current();
    server.on('POST /*', empty()).on('DELETE /*', empty());
    const network = { id: 'n1', name: 'n' };
    await engine().start(CONTAINER);
    await engine().stop(CONTAINER, 1);
    await engine().kill(CONTAINER, 'TERM');
    await engine().connect(network, CONTAINER, { Aliases: ['db'] });
    await engine().connect('n', CONTAINER);
    await engine().disconnect('n', CONTAINER, true);
    await engine().remove(CONTAINER, { v: 1, force: 1 });
    expect(server.asked.map(({ method, url, body: sent }) => [method, url.replace(CONTAINER.id, 'ID'), sent])).toEqual([
      ['POST', '/v1.23/containers/ID/start', ''],
      ['POST', '/v1.23/containers/ID/stop?t=1', ''],
      ['POST', '/v1.23/containers/ID/kill?signal=TERM', ''],
      [
        'POST',
        '/v1.23/networks/n1/connect',
        JSON.stringify({ Container: CONTAINER.id, EndpointConfig: { Aliases: ['db'] } }),
      ],
      ['POST', '/v1.23/networks/n/connect', JSON.stringify({ Container: CONTAINER.id })],
      ['POST', '/v1.23/networks/n/disconnect', JSON.stringify({ Container: CONTAINER.id, Force: true })],
      ['DELETE', '/v1.23/containers/ID?v=1&force=1', ''],
    ]);
  });

  test('an engine that talks no HTTP is trouble everywhere', async () => {
    const { server, engine } = current();
    server.on('GET /*', bytes('garbage\r\n\r\n'));
    await expect(engine().containers()).rejects.toMatchObject({ name: 'EngineTrouble', kind: 'unreachable' });
  });
});
