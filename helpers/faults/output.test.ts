/** What containers say, changed on its way. */
import { demultiplex } from '../engine/multiplex';
import { body, json, multiplexed } from '../fixtures/http-answers';
import { throughProxies } from './fixtures/through-proxy';
import { exits, logs, prints, printsBoth, resolvesAll } from './vocabulary';

const proxies = throughProxies();

/** Runs a command as the suite does, on a server that says this; the id tells them apart. */
async function ran(id: string, command: string, stdout: string, stderr = '') {
  const { server, ask } = proxies();
  const said = multiplexed([
    [1, stdout],
    [2, stderr],
  ]);
  server
    .on('POST /containers/c1/exec', json({ Id: id }, 201))
    .on(`POST /exec/${id}/start`, body(said, 200, 'application/vnd.docker.raw-stream'))
    .on(`GET /exec/${id}/json`, json({ ID: id, ExitCode: 7 }));
  await ask('POST /containers/c1/exec', { Cmd: command.split(' ') });
  const output = demultiplex((await ask(`POST /exec/${id}/start`, { Detach: false })).bytes);
  const { ExitCode } = (await ask(`GET /exec/${id}/json`)).json as { ExitCode: number };
  return { ...output, ExitCode };
}

test('prints: only what the commands that are meant write', async () => {
  const proxy = await proxies().open(prints(/^ip addr$/, (written) => written.toUpperCase()));
  expect(await ran('e1', 'ip addr', 'lo\n', 'warning')).toEqual({ stdout: 'LO\n', stderr: 'warning', ExitCode: 7 });
  expect(await ran('e2', 'ip route', 'default\n')).toEqual({ stdout: 'default\n', stderr: '', ExitCode: 7 });
  expect(proxy.planted).toBe(1);
});

test('prints: from the second on', async () => {
  await proxies().open(prints({ command: /^ping/, since: 2 }, () => 'lost'));
  expect((await ran('e1', 'ping a', 'one')).stdout).toBe('one');
  expect((await ran('e2', 'ping b', 'two')).stdout).toBe('lost');
  expect((await ran('e3', 'ping c', 'three')).stdout).toBe('lost');
});

test('printsBoth: the outputs mixed', async () => {
  await proxies().open(printsBoth(/^ls/, ({ stdout, stderr }) => ({ stdout: stdout + stderr, stderr: '' })));
  expect(await ran('e1', 'ls', 'a', 'b')).toEqual({ stdout: 'ab', stderr: '', ExitCode: 7 });
});

test('exits: another code', async () => {
  const proxy = await proxies().open(exits(/^false$/, 0));
  expect((await ran('e1', 'false', '')).ExitCode).toBe(0);
  expect((await ran('e2', 'sh', '')).ExitCode).toBe(7);
  expect(proxy.planted).toBe(1);
});

test('a refused exec is passed on', async () => {
  const { server, open, ask } = proxies();
  server.on('POST /containers/c1/exec', body('paused\n', 409));
  await open(prints(/./, () => ''));
  expect((await ask('POST /containers/c1/exec', { Cmd: ['true'] })).status).toBe(409);
});

test('output that is cut breaks the fault, and is not taken for one', async () => {
  const { server, open, ask } = proxies();
  server.on('GET /containers/c1/logs', body(Buffer.from([1, 0, 0, 0, 0, 0, 0, 9, 65])));
  const proxy = await open(logs(() => ''));
  await expect(ask('GET /containers/c1/logs')).rejects.toThrow(/socket hang up/);
  expect(proxy.broken).toEqual([expect.stringMatching(/^GET .*logs: a frame of 9 bytes is cut/)]);
});

test('logs: what the first process wrote', async () => {
  const { server, open, ask } = proxies();
  server.on('GET /containers/c1/logs', body(multiplexed([[1, 'one\ntwo\n']])));
  await open(logs((written) => written.replace('one\n', '')));
  expect(demultiplex((await ask('GET /containers/c1/logs?stdout=1')).bytes)).toEqual({ stdout: 'two\n', stderr: '' });
});

test('resolvesAll: unknown names have the address of the container that was inspected last', async () => {
  const { server, open, ask } = proxies();
  server.on(
    'GET /containers/c1/json',
    json({ NetworkSettings: { Networks: { bridge: { IPAddress: '172.17.0.9' } } } }),
  );
  const proxy = await open(resolvesAll());
  await ask('GET /containers/c1/json');
  const begin = 'Server:\t127.0.0.11\n\n';
  const known = `${begin}Name:\tknown\nAddress: 172.17.0.9\n\n`;
  expect((await ran('e1', 'nslookup ec-1', `${begin}** server can't find ec-1: NXDOMAIN\n`)).stdout).toBe(known);
  expect((await ran('e2', 'nslookup ec-1', `${begin}Non-authoritative answer:\n\n`)).stdout).toBe(known);
  const found = `${begin}Non-authoritative answer:\nName:\tec-2\nAddress: 172.17.0.2\n`;
  expect((await ran('e3', 'nslookup ec-2', found)).stdout).toBe(found);
  expect(proxy.planted).toBe(2);
});
