import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root';
import { schemaErrors, schemaNames } from './validator';

const RECORDINGS = join(packageRoot(), 'schemas/fixtures/recordings/docker-1.11.1');

function recorded(file: string): unknown {
  return (JSON.parse(readFileSync(join(RECORDINGS, `${file}.json`), 'utf8')) as { body: unknown }).body;
}

describe('schemaErrors', () => {
  it('finds nothing in a valid document', () => {
    expect(schemaErrors('network-inspect', recorded('43-network-net_env_test-two'))).toEqual([]);
  });

  it('lets unknown fields pass at every depth, and tells each in strict form, with its value', () => {
    const network = recorded('12-network-bridge-one') as { IPAM: object };
    const newer = { ...network, Created: '', IPAM: { ...network.IPAM, 'New/one': [1] } };
    expect(schemaErrors('network-inspect', newer)).toEqual([]);
    expect(schemaErrors('network-inspect', newer, { strict: true })).toEqual([
      { path: '/IPAM/New~1one', place: '/IPAM/New~1one', kind: 'added', expected: 'absent', observed: '[1]' },
      { path: '/Created', place: '/Created', kind: 'added', expected: 'absent', observed: '""' },
    ]);
  });

  it('says where, of what kind, what was expected in words, and what was there', () => {
    const volume = { Name: 'v', Driver: 7, Labels: { 'a/b': 1 } };
    expect(schemaErrors('volume-inspect', volume)).toEqual([
      {
        path: '/Mountpoint',
        place: '/Mountpoint',
        kind: 'missing',
        expected: 'present: a string',
        observed: 'absent',
      },
      { path: '/Driver', place: '/Driver', kind: 'type', expected: 'a string', observed: '7' },
      { path: '/Labels/a~1b', place: '/Labels/*', kind: 'type', expected: 'a string', observed: '1' },
    ]);
  });

  it('says what type a missing field has that another file describes', () => {
    const { Config: _config, ...rest } = recorded('24-container-web-01') as { Config: object };
    const [error] = schemaErrors('container-inspect', rest);
    expect(error).toMatchObject({ path: '/Config', kind: 'missing', expected: 'present: an object' });
  });

  it('says a format by its description', () => {
    expect(schemaErrors('exec-create', { Id: 'ABC' })).toEqual([
      {
        path: '/Id',
        place: '/Id',
        kind: 'format',
        expected: '64 lower-case hexadecimal digits',
        observed: '"ABC"',
      },
    ]);
  });

  it.each([
    ['enum', 'network-inspect', '12-network-bridge-one', { Scope: 'swarm' }, 'one of "local","global"'],
    ['minimum', 'image-inspect', '05-image-inspect', { Size: -1 }, 'at least 0'],
  ] as const)('says a range or set of values: %s', (_, name, file, change, expected) => {
    const [error, ...others] = schemaErrors(name, { ...(recorded(file) as object), ...change });
    expect(error).toMatchObject({ path: `/${Object.keys(change)[0]}`, kind: 'format', expected });
    expect(others).toEqual([]);
  });

  it('says one error where a choice of formats fails', () => {
    const container = recorded('24-container-web-01') as { NetworkSettings: object };
    const wrong = { ...container, NetworkSettings: { ...container.NetworkSettings, GlobalIPv6Address: 'fd00::zz' } };
    expect(schemaErrors('container-inspect', wrong)).toEqual([
      {
        path: '/NetworkSettings/GlobalIPv6Address',
        place: '/NetworkSettings/GlobalIPv6Address',
        kind: 'format',
        expected: 'empty, or an IPv6 address',
        observed: '"fd00::zz"',
      },
    ]);
  });

  it('says one error where a part may be null and its place may not', () => {
    const container = recorded('24-container-web-01') as object;
    for (const Config of ['none', null]) {
      expect(schemaErrors('container-inspect', { ...container, Config })).toEqual([
        { path: '/Config', place: '/Config', kind: 'type', expected: 'an object', observed: JSON.stringify(Config) },
      ]);
    }
  });

  it('says the key where a key of a map is wrong', () => {
    const container = recorded('24-container-web-01') as { NetworkSettings: object };
    const wrong = { ...container, NetworkSettings: { ...container.NetworkSettings, Ports: { '80/sctp': null } } };
    expect(schemaErrors('container-inspect', wrong)).toEqual([
      {
        path: '/NetworkSettings/Ports/80~1sctp',
        place: '/NetworkSettings/Ports/*',
        kind: 'format',
        expected: 'a key that is a number and a protocol, as 5000/tcp',
        observed: '"80/sctp"',
      },
    ]);
  });

  it('cuts what it observed at 200 characters, and paths at 1,000', () => {
    const [error] = schemaErrors('exec-create', { Id: 'x'.repeat(1000) });
    expect(error?.observed).toHaveLength(200);
    const volume = { Name: 'v', Driver: 'local', Mountpoint: '/', Labels: { ['k'.repeat(100_000)]: 1 } };
    const [long, ...others] = schemaErrors('volume-inspect', volume);
    expect(long?.path).toHaveLength(1_003);
    expect([long?.place, others]).toEqual(['/Labels/*', []]);
    const [added] = schemaErrors('exec-create', { Id: '0'.repeat(64), ['k'.repeat(100_000)]: 1 }, { strict: true });
    expect([added?.path.length, added?.place.length]).toEqual([1_003, 1_003]);
  });

  it('tells of 200 errors at most', () => {
    const wrong = Array.from({ length: 1000 }, () => 1);
    expect(schemaErrors('network-list', wrong)).toHaveLength(200);
    const unknown = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`x${index}`, 1]));
    const exec = { Id: 'ABC', ...unknown };
    expect(schemaErrors('exec-create', exec, { strict: true })).toHaveLength(200);
    expect(schemaErrors('exec-create', exec)).toHaveLength(1);
  });

  it('tells of the first error alone in a huge document', () => {
    const first = { path: '/0', place: '/*', kind: 'type', expected: 'an object', observed: '1' };
    const huge = Array.from({ length: 200_000 }, () => 1);
    expect(schemaErrors('network-list', huge)).toEqual([first]);
    const volume = { Name: 'v', Driver: 'local', Mountpoint: '/', Labels: null, Scope: 'local' };
    const volumes = { Volumes: Array.from({ length: 50_000 }, () => volume), Warnings: null };
    expect(schemaErrors('volume-list', volumes)).toEqual([]);
    expect(schemaErrors('volume-list', volumes, { strict: true })).toMatchObject([
      { path: '/Volumes/0/Scope', place: '/Volumes/*/Scope', kind: 'added' },
    ]);
  });

  it('takes a document of any depth', () => {
    let deep: unknown = [];
    for (let depth = 0; depth < 50_000; depth += 1) deep = [deep];
    expect(schemaErrors('network-list', deep)).toHaveLength(1);
  });
});

describe('the validator', () => {
  it('loads nothing that compiles before the first document, and then once', () => {
    jest.isolateModules(() => {
      const loaded = jest.fn();
      jest.doMock('./compile', () => {
        loaded();
        return jest.requireActual<typeof import('./compile')>('./compile');
      });
      const validator = require('./validator') as typeof import('./validator');
      expect(loaded).not.toHaveBeenCalled();
      for (const name of schemaNames()) validator.schemaErrors(name, undefined);
      expect(loaded).toHaveBeenCalledTimes(1);
    });
  });
});
