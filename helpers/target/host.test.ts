import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTAINER, enginesOfTests } from '../fixtures/engines-of-tests';
import { HERE } from '../fixtures/host-view';
import { body, type HttpAnswers, json, multiplexed } from '../fixtures/http-answers';
import { answerLifecycle, idOf, RUN } from '../fixtures/session-on';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { workspaceOn } from '../fixtures/workspace-on';
import { type HostView, onPath, proveHost, viewHost } from './host';

const current = enginesOfTests();
let server: HttpAnswers;
let folder: string;
beforeEach(() => {
  ({ server } = current());
  folder = temporaryFolder();
});

/** Proves the host with an engine that says this of the container. */
async function prove(view: HostView, inspect: Record<string, unknown>) {
  server.on(`GET /containers/${CONTAINER.id}/json`, json(inspect));
  return proveHost(view, current().engine());
}

const fileWith = (content: string) => {
  const path = join(folder, 'hostname');
  writeFileSync(path, content);
  return path;
};

describe('this machine', () => {
  test('is the host where boot, network and the file of the container’s name are the same', async () => {
    const HostnamePath = fileWith('c0ffee\n');
    expect(await prove(HERE, { HostnamePath, Config: { Hostname: 'c0ffee' } })).toEqual({ local: true });
  });

  test.each<[string, Partial<HostView>, RegExp]>([
    ['another boot', { bootId: 'another' }, /another machine/],
    ['no boot id', { bootId: '' }, /another machine/],
    ['another network namespace', { networkNamespace: 'net:[1]' }, /another network namespace/],
  ])('is not where the container sees %s, and no file is looked at', async (_what, more, reason) => {
    const proof = await prove({ ...HERE, ...more }, {});
    expect(proof).toEqual({ local: false, reason: expect.stringMatching(reason) });
    expect(server.asked).toEqual([]);
  });

  test.each<[string, () => Record<string, unknown>]>([
    ['a file with another name', () => ({ HostnamePath: fileWith('deadbeef\n'), Config: { Hostname: 'c0ffee' } })],
    ['a file that is not there', () => ({ HostnamePath: join(folder, 'missing'), Config: { Hostname: 'c0ffee' } })],
    ['a directory', () => ({ HostnamePath: folder, Config: { Hostname: 'c0ffee' } })],
    ['no file', () => ({ Config: { Hostname: 'c0ffee' } })],
    ['an empty path', () => ({ HostnamePath: '', Config: { Hostname: '' } })],
    ['a path that is none', () => ({ HostnamePath: 7, Config: { Hostname: '7' } })],
    ['a path that no system takes', () => ({ HostnamePath: 'a\0b', Config: { Hostname: 'c0ffee' } })],
    ['a file, and no name to hold it against', () => ({ HostnamePath: fileWith('c0ffee\n') })],
    ['a device without end', () => ({ HostnamePath: '/dev/zero', Config: { Hostname: 'c0ffee' } })],
    ['a pipe that nobody writes to', () => ({ HostnamePath: pipe(), Config: { Hostname: 'c0ffee' } })],
  ])('is not where the engine names %s', async (_what, inspect) => {
    expect(await prove(HERE, inspect())).toMatchObject({
      local: false,
      reason: expect.stringMatching(/^the engine's host is /),
    });
  });

  function pipe(): string {
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', [path]);
    return path;
  }
});

test('what a container on the host’s network prints is its boot, its network namespace, ranges and the kernel', async () => {
  const ranges = ['127.0.0.1/8', '10.0.2.15/24', 'default', '172.17.0.0/16'];
  const said = [HERE.bootId, HERE.networkNamespace, ...ranges, 'kernel vxlan there', ''].join('\n');
  const id = idOf(1);
  answerLifecycle(server)
    .on(`POST /containers/${id}/wait`, json({ StatusCode: 0 }))
    .on(`GET /containers/${id}/logs`, body(multiplexed([[1, said]])));
  const engine = current().engine();
  expect(await viewHost(engine, workspaceOn(engine))).toEqual({
    ...HERE,
    ranges: ['127.0.0.1/8', '10.0.2.15/24', '172.17.0.0/16'],
    kernelParts: { ...HERE.kernelParts, vxlan: 'there' },
    container: { id, name: `ec-${RUN}-1` },
  });
  expect(JSON.parse(server.asked[0]?.body ?? '').HostConfig.NetworkMode).toBe('host');
  expect(server.calls().slice(1)).toEqual([
    `POST /containers/${id}/start`,
    `POST /containers/${id}/wait`,
    `GET /containers/${id}/logs`,
  ]);
});

test('a command is on the PATH or it is not', async () => {
  const { PATH = '' } = process.env;
  try {
    expect(await onPath('sh')).toBe(true);
    expect(await onPath('no-such-command-here')).toBe(false);
    process.env.PATH = folder;
    expect(await onPath('sh')).toBe(false);
    process.env.PATH = `:${folder}/missing:${folder}`;
    writeFileSync(join(folder, 'sh'), '');
    expect(await onPath('sh')).toBe(true);
  } finally {
    process.env.PATH = PATH;
  }
});
