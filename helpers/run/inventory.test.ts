import { isDeepStrictEqual } from 'node:util';
import { enginesOfTests } from '../fixtures/engines-of-tests';
import { json } from '../fixtures/http-answers';
import { withOwnTmpdir } from '../fixtures/temporary-folder';
import { poll } from '../verdict/poll';
import { runCommand } from './command';
import { RUN_LABEL } from './identity';
import { differences, type Inventory, takeEngineInventory, takeHostInventory, takeInventoryThere } from './inventory';
import { Ledger } from './ledger';

describe('the differences of two inventories', () => {
  const before: Inventory = { networks: ['bridge 1', 'host 2'], volumes: ['data'], images: [] };

  test('are none where nothing differs', () => {
    expect(differences(before, before)).toEqual([]);
    expect(differences(before, { ...before, networks: [...(before.networks ?? [])] })).toEqual([]);
  });

  test('are told by kind, what appeared and what is gone', () => {
    const after: Inventory = { networks: ['bridge 1', 'host 3'], volumes: [], images: ['a 1'] };
    expect(differences(before, after)).toEqual([
      { kind: 'networks', appeared: ['host 3'], gone: ['host 2'] },
      { kind: 'volumes', appeared: [], gone: ['data'] },
      { kind: 'images', appeared: ['a 1'], gone: [] },
    ]);
  });

  test('where a kind cannot be seen any more, all of it is gone', () => {
    expect(differences({ rules: ['-A x'] }, {})).toEqual([{ kind: 'rules', appeared: [], gone: ['-A x'] }]);
  });

  test('hold a line that is there twice after and was there once before', () => {
    expect(differences({ rules: ['-A x', '-A y'] }, { rules: ['-A x', '-A x', '-A y'] })).toEqual([
      { kind: 'rules', appeared: ['-A x'], gone: [] },
    ]);
    expect(differences({ rules: ['-A x', '-A x'] }, { rules: ['-A x'] })).toEqual([
      { kind: 'rules', appeared: [], gone: ['-A x'] },
    ]);
  });

  test('of ten thousand lines are found in no time', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `line ${index}`);
    const begun = performance.now();
    expect(differences({ a: many }, { a: many.slice(1) })).toEqual([{ kind: 'a', appeared: [], gone: ['line 0'] }]);
    expect(performance.now() - begun).toBeLessThan(500);
  });
});

describe('what is on an engine', () => {
  const current = enginesOfTests();
  withOwnTmpdir();

  test('is what no run of this suite made, by label, by name, by ledger and by image', async () => {
    const Labels = { [RUN_LABEL]: 'bcdfghjklm' };
    const ours = 'ec-bcdfghjklm-1';
    new Ledger('bcdfghjklm', 'unix:///x').volume('written-down');
    current()
      .server.on(
        'GET /containers/json',
        json([
          { Id: 'c2', Names: ['/web'], Labels: null },
          { Id: 'c1', Names: ['/db'], Labels: { other: '1' } },
          { Id: 'c3', Names: ['/x'], Labels, Mounts: [{ Name: 'anonymous' }] },
        ]),
      )
      .on(
        'GET /networks',
        json([
          { Id: 'n1', Name: 'bridge' },
          { Id: 'n2', Name: ours },
          { Id: 'n3', Name: 'y', Labels },
        ]),
      )
      .on(
        'GET /volumes',
        json({
          Volumes: [
            { Name: 'data' },
            { Name: ours },
            { Name: 'anonymous' },
            { Name: 'written-down' },
            { Name: 'z', Labels },
          ],
        }),
      )
      .on(
        'GET /images/json',
        json([
          { Id: 'i1', RepoTags: ['debian:13', 'debian:latest'] },
          { Id: 'i2', RepoTags: null },
          {
            Id: 'i3',
            RepoTags: ['engine-conformance/probe:bcdfghjklm', 'localhost/engine-conformance/probe:zzzzzzzzzz'],
          },
          { Id: 'i4', RepoTags: ['mine:1'] },
        ]),
      );
    const seen: string[] = [];
    expect(await takeEngineInventory(current().engine(), 'mine:1', (id) => seen.push(id))).toEqual({
      containers: ['/db c1', '/web c2'],
      networks: ['bridge n1'],
      volumes: ['data'],
      images: ['<none> i2', 'debian:13 i1', 'debian:latest i1'],
    });
    const volumes = ['data', ours, 'anonymous', 'written-down', 'z'];
    expect([...new Set(seen)].sort()).toEqual(
      ['c1', 'c2', 'c3', 'n1', 'n2', 'n3', ...volumes, 'i1', 'i2', 'i3', 'i4'].sort(),
    );
  });

  test('is trouble where the engine lists something else', async () => {
    current().server.on('GET /containers/json', json({ message: 'no' }, 500));
    await expect(takeEngineInventory(current().engine(), undefined)).rejects.toThrow();
  });
});

test('what is on this machine has interfaces, and is the same when it is looked at again', async () => {
  const inventory = await takeHostInventory();
  expect(inventory.interfaces).toContain('lo');
  expect(Object.keys(inventory)).toEqual(['interfaces', 'routes', 'packet filter rules']);
});

test('what is on a host that commands reach is the same as this machine sees of itself', async () => {
  const run = ([file = '', ...args]: readonly string[]) => runCommand(file, args);
  // Others may come and go on this machine between the two looks.
  const look = async () => [await takeInventoryThere(run), await takeHostInventory()];
  const { last } = await poll(
    look,
    ([there, here]) => isDeepStrictEqual(there, here),
    4_000,
    new AbortController().signal,
  );
  expect(last[0]).toEqual(last[1]);
  const nothing = async () => ({ exitCode: 127, stdout: '', stderr: 'no shell' });
  expect(await takeInventoryThere(nothing)).toEqual({ interfaces: [], routes: [], 'packet filter rules': [] });
});
