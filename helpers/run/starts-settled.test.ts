import { enginesOfTests } from '../fixtures/engines-of-tests';
import { inTurn, json } from '../fixtures/http-answers';
import { startsSettled } from './starts-settled';

const current = enginesOfTests();
const { signal } = new AbortController();
const looks = () => current().server.calls('GET /containers/json').length;

describe('starts that nobody waits for', () => {
  test('are waited for until the containers have come up', async () => {
    current().server.on('GET /containers/json', inTurn(json([{ Id: 'a' }]), json([{ Id: 'a' }]), json([])));
    await startsSettled(current().engine(), ['a'], signal);
    expect(looks()).toBe(3);
  });

  test('are over where a container stays as it was made', async () => {
    current().server.on('GET /containers/json', json([{ Id: 'a' }]));
    const begun = performance.now();
    await startsSettled(current().engine(), ['a'], signal);
    expect(performance.now() - begun).toBeGreaterThan(1_400);
    expect(performance.now() - begun).toBeLessThan(6_000);
  });

  test('are none of others', async () => {
    current().server.on('GET /containers/json', json([{ Id: 'b' }]));
    await startsSettled(current().engine(), ['a'], signal);
    expect(looks()).toBe(1);
  });

  test('are not asked for where there is no container', async () => {
    await startsSettled(current().engine(), [], signal);
    expect(looks()).toBe(0);
  });
});
