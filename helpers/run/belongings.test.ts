import { existsSync } from 'node:fs';
import { enginesOfTests } from '../fixtures/engines-of-tests';
import { withFastClock } from '../fixtures/fast-clock';
import { body, empty, type HttpAnswers, inTurn, json, reset } from '../fixtures/http-answers';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { Belongings } from './belongings';

const current = enginesOfTests();
let server: HttpAnswers;
let belongings: Belongings;
const { signal } = new AbortController();

beforeEach(() => {
  server = current().server.on('DELETE /*', empty());
  belongings = new Belongings();
});

const removeAll = () => belongings.removeAll(current().engine(), signal);

describe('what a claim made', () => {
  test('is removed, containers first and with their volumes, each once, and its directories too', async () => {
    const directory = temporaryFolder();
    belongings.add('volume', 'v 1');
    belongings.add('network', 'n1');
    belongings.add('container', 'c1');
    belongings.add('container', 'c1');
    belongings.addDirectory(directory);
    expect(await removeAll()).toEqual([]);
    const urls = server.asked.map(({ method, url }) => `${method} ${url}`);
    expect(urls[0]).toBe('DELETE /v1.23/containers/c1?force=1&v=1');
    expect(urls.slice(1).sort()).toEqual(['DELETE /v1.23/networks/n1', 'DELETE /v1.23/volumes/v%201']);
    expect(existsSync(directory)).toBe(false);
  });

  test('has its end done after that, and a directory goes though the end breaks, which is told', async () => {
    const directory = temporaryFolder();
    const order: string[] = [];
    belongings.add('container', 'c1');
    belongings.addDirectory(directory);
    belongings.addAction(async () => void order.push(...server.calls(), String(existsSync(directory))));
    belongings.addAction(async () => Promise.reject(new Error('it does not listen')));
    expect(await removeAll()).toEqual(['it does not listen']);
    expect(order).toEqual(['DELETE /containers/c1', 'true']);
    expect(existsSync(directory)).toBe(false);
  });

  test('may be gone already', async () => {
    belongings.add('container', 'c1');
    server.on('DELETE /containers/c1', body('No such container: c1\n', 404));
    expect(await removeAll()).toEqual([]);
    expect(server.asked).toHaveLength(1);
  });

  test('is tried again while the engine is busy with it, and while it cannot be asked', async () => {
    belongings.add('network', 'n1');
    belongings.add('volume', 'v1');
    server.on('DELETE /networks/n1', inTurn(json({ message: 'has active endpoints' }, 403), reset, empty()));
    server.on('DELETE /volumes/v1', inTurn(body('volume is in use', 409), empty()));
    expect(await removeAll()).toEqual([]);
    expect(server.calls().filter((call) => call.includes('networks'))).toHaveLength(3);
  });
});

test('what is gone already is gone, also where an engine answers that with 500', async () => {
  belongings.add('container', 'c1');
  belongings.add('volume', 'v1');
  const said = 'failed to evict container: "": no container with name or ID c1 found: no such container';
  server.on('DELETE /containers/c1', json({ message: said }, 500)).on('DELETE /volumes/v1', json({ message: '' }, 404));
  expect(await removeAll()).toEqual([]);
  expect(server.calls()).toHaveLength(2);
});

describe('what does not go', () => {
  // Twenty seconds in earnest.
  withFastClock();

  test('is told with the engine’s reason, and keeps nothing else from being removed', async () => {
    belongings.add('container', 'c1');
    belongings.add('container', 'c2');
    belongings.add('network', 'n1');
    server.on('DELETE /containers/c1', body('device or resource busy\n', 500));
    expect(await removeAll()).toEqual(['container c1: 500 device or resource busy']);
    expect(server.calls()).toEqual(expect.arrayContaining(['DELETE /containers/c2', 'DELETE /networks/n1']));
  });

  test('because the engine does not answer is told too, and the rest is tried', async () => {
    const directory = temporaryFolder();
    belongings.add('container', 'c1');
    belongings.add('volume', 'v1');
    belongings.addDirectory(directory);
    server.on('DELETE /containers/c1', reset);
    expect(await removeAll()).toEqual([expect.stringMatching(/^container c1: DELETE .*(reset|hang up)/i)]);
    expect(server.calls()).toContain('DELETE /volumes/v1');
    expect(existsSync(directory)).toBe(false);
  });
});
