import { existsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname } from 'node:path';
import { enginesOfTests } from '../fixtures/engines-of-tests';
import { body, empty, type HttpAnswers, inTurn, json, type Reply } from '../fixtures/http-answers';
import { answerLifecycle, RUN } from '../fixtures/session-on';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { workspaceOn } from '../fixtures/workspace-on';
import { Belongings } from './belongings';
import { Ledger, readLedgers } from './ledger';
import type { Workspace } from './workspace';

const current = enginesOfTests();
let server: HttpAnswers;
let directory: string;
let belongings: Belongings;
let make: Workspace;

beforeEach(() => {
  server = answerLifecycle(current().server);
  directory = temporaryFolder();
  belongings = new Belongings();
  make = workspaceOn(current().engine(), { belongings, ledger: new Ledger(RUN, 'unix:///x', directory) });
});

const sent = (index = 0): Record<string, unknown> => JSON.parse(server.asked[index]?.body ?? '');

describe('a container', () => {
  test('has a name of the run, the limits of a probe, and is started', async () => {
    const { id, name } = await make.container();
    expect(name).toBe(`ec-${RUN}-1`);
    expect(server.asked.map(({ url }) => url)).toEqual([
      `/v1.23/containers/create?name=${name}`,
      `/v1.23/containers/${id}/start`,
    ]);
    expect(sent()).toEqual({
      Image: 'probe:x',
      Cmd: ['/probe/idle'],
      Labels: {},
      HostConfig: { Memory: 67_108_864, PidsLimit: 64, CpuPeriod: 100_000, CpuQuota: 100_000, CapAdd: ['NET_RAW'] },
    });
  });

  test('has what is asked for, and keeps its limits but for what is said', () => {
    const made = make.containerBody({
      network: 'n1',
      endpoint: { IPAMConfig: { IPv4Address: '10.1.2.3' }, Aliases: ['db'] },
      process: ['sh', '-c', 'id'],
      volumes: ['/a'],
      binds: ['v:/b:ro'],
      volumesFrom: ['c1:ro'],
      expose: ['53/udp'],
      publishAll: true,
      publish: { '8080/tcp': {}, '9090/tcp': { hostIp: '127.0.0.1', hostPort: '7' } },
      config: { Hostname: 'h' },
      hostConfig: { Memory: 1 },
    });
    expect(made).toEqual({
      Image: 'probe:x',
      Cmd: ['sh', '-c', 'id'],
      Volumes: { '/a': {} },
      ExposedPorts: { '53/udp': {}, '8080/tcp': {}, '9090/tcp': {} },
      Hostname: 'h',
      HostConfig: {
        Memory: 1,
        PidsLimit: 64,
        CpuPeriod: 100_000,
        CpuQuota: 100_000,
        CapAdd: ['NET_RAW'],
        NetworkMode: 'n1',
        Binds: ['v:/b:ro'],
        VolumesFrom: ['c1:ro'],
        PublishAllPorts: true,
        PortBindings: {
          '8080/tcp': [{ HostIp: '', HostPort: '' }],
          '9090/tcp': [{ HostIp: '127.0.0.1', HostPort: '7' }],
        },
      },
      NetworkingConfig: { EndpointsConfig: { n1: { IPAMConfig: { IPv4Address: '10.1.2.3' }, Aliases: ['db'] } } },
    });
  });

  test('that is only created is not started', async () => {
    await make.created();
    expect(server.calls()).toEqual(['POST /containers/create']);
  });

  test.each<[string, Reply]>([
    ['refused', body('no such image\n', 404)],
    ['without an id', json({}, 201)],
    ['with an id that is a path', json({ Id: '../../networks/bridge' }, 201)],
    ['with no JSON', empty(201)],
  ])('whose making is %s is an error of the set-up', async (_what, reply) => {
    server.on('POST /containers/create', reply);
    await expect(make.container()).rejects.toMatchObject({
      name: expect.stringMatching(/^(UnexpectedAnswer|EngineTrouble)$/),
    });
    expect(server.asked).toHaveLength(1);
  });

  test('that does not start is an error of the set-up', async () => {
    server.on('POST /*', body('exec format error', 500));
    await expect(make.container()).rejects.toThrow(/start answered 500: exec format error/);
  });
});

describe('a network', () => {
  test('is a bridge of its own, in a subnet of the engine’s choice', async () => {
    const network = await make.network();
    expect(network).toEqual({ id: expect.stringMatching(/^0+1$/), name: `ec-${RUN}-1` });
    expect(sent()).toEqual({ Name: network.name, CheckDuplicate: true, Driver: 'bridge', Labels: {} });
  });

  test('is in a free subnet where one is asked for, in that which is given, and as it is said else', async () => {
    const free = await make.network({ subnet: true, internal: true });
    expect(free.subnet).toMatch(/^\d+\.\d+\.\d+\.0\/24$/);
    expect(sent()).toMatchObject({ Internal: true, IPAM: { Driver: 'default', Config: [{ Subnet: free.subnet }] } });
    expect(
      (await make.network({ subnet: '10.9.8.0/24', driver: 'macvlan', config: { Options: { a: 'b' } } })).subnet,
    ).toBe('10.9.8.0/24');
    expect(sent(1)).toMatchObject({
      Driver: 'macvlan',
      Options: { a: 'b' },
      IPAM: { Config: [{ Subnet: '10.9.8.0/24' }] },
    });
  });

  test('gets another subnet where the engine finds the first taken meanwhile', async () => {
    server.on(
      'POST /networks/create',
      inTurn(body('Pool overlaps with other one on this address space\n', 500), json({ Id: 'a'.repeat(64) }, 201)),
    );
    const { subnet, name } = await make.network({ subnet: true });
    const subnets = [0, 1].map((index) => JSON.stringify(sent(index).IPAM));
    expect(new Set(subnets).size).toBe(2);
    expect(subnets[1]).toContain(String(subnet));
    expect(sent(1).Name).toBe(name);
  });

  test.each<[string, { subnet: boolean | string }, string, number]>([
    ['five times, as more would not help', { subnet: true }, 'Pool overlaps with other one', 5],
    ['once where the subnet was given', { subnet: '10.9.8.0/24' }, 'Pool overlaps with other one', 1],
    ['once where it is refused for another reason', { subnet: true }, 'plugin not found', 1],
  ])('is tried %s', async (_what, options, message, times) => {
    server.on('POST /networks/create', body(message, 500));
    await expect(make.network(options)).rejects.toThrow(message);
    expect(server.asked).toHaveLength(times);
  });
});

describe('the rest', () => {
  test('a volume has a name of the run, and is an error of the set-up where it is refused', async () => {
    expect(await make.volume()).toEqual({ name: `ec-${RUN}-1` });
    expect(sent()).toMatchObject({ Name: `ec-${RUN}-1` });
    server.on('POST /volumes/create', body('no space left', 500));
    await expect(make.volume()).rejects.toMatchObject({ name: 'UnexpectedAnswer' });
  });

  test('a directory is empty, this user’s alone, written down, and removed with what the claim made', async () => {
    const path = await make.directory();
    expect([dirname(path), basename(path).startsWith('ec-')]).toEqual([tmpdir(), true]);
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(readLedgers(directory)[0]?.directories).toEqual([path]);
    await belongings.removeAll(current().engine(), new AbortController().signal);
    expect(existsSync(path)).toBe(false);
  });

  test('a volume that was seen is written down, and removed with what the claim made', async () => {
    make.ownVolume('seen');
    expect(readLedgers(directory)[0]?.volumes).toEqual(['seen']);
    await belongings.removeAll(current().engine(), new AbortController().signal);
    expect(server.calls()).toEqual(['DELETE /volumes/seen']);
  });

  test('no name is given twice', () => {
    expect(new Set([make.name(), make.networkBody().Name, make.name()]).size).toBe(3);
  });
});
