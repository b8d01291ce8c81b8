import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
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

  it('lets unknown fields pass at every depth', () => {
    const network = recorded('12-network-bridge-one') as { IPAM: object };
    expect(schemaErrors('network-inspect', { ...network, Created: '', IPAM: { ...network.IPAM, New: 1 } })).toEqual([]);
  });

  it('says where, what was expected in words, and what was there', () => {
    const volume = { Name: 'v', Driver: 7, Labels: { 'a/b': 1 } };
    expect(schemaErrors('volume-inspect', volume)).toEqual([
      { path: '/Mountpoint', expected: 'present: a string', observed: 'absent' },
      { path: '/Driver', expected: 'a string', observed: '7' },
      { path: '/Labels/a~1b', expected: 'a string', observed: '1' },
    ]);
  });

  it('says a format by its description', () => {
    expect(schemaErrors('exec-create', { Id: 'ABC' })).toEqual([
      { path: '/Id', expected: '64 lower-case hexadecimal digits', observed: '"ABC"' },
    ]);
  });

  it('says one error where a choice of formats fails', () => {
    const container = recorded('24-container-web-01') as { NetworkSettings: object };
    const wrong = { ...container, NetworkSettings: { ...container.NetworkSettings, GlobalIPv6Address: 'fd00::zz' } };
    expect(schemaErrors('container-inspect', wrong)).toEqual([
      { path: '/NetworkSettings/GlobalIPv6Address', expected: 'empty, or an IPv6 address', observed: '"fd00::zz"' },
    ]);
  });

  it('says one error where a part may be null and its place may not', () => {
    const container = recorded('24-container-web-01') as object;
    expect(schemaErrors('container-inspect', { ...container, Config: 'none' })).toEqual([
      { path: '/Config', expected: 'an object', observed: '"none"' },
    ]);
  });

  it('cuts what it observed at 200 characters', () => {
    const [error] = schemaErrors('exec-create', { Id: 'x'.repeat(1000) });
    expect(error?.observed).toHaveLength(200);
  });

  it('tells of 200 errors at most, and of the first alone in a huge document', () => {
    expect(
      schemaErrors(
        'network-list',
        Array.from({ length: 1000 }, () => 1),
      ),
    ).toHaveLength(200);
    const huge = Array.from({ length: 200_000 }, () => 1);
    expect(schemaErrors('network-list', huge)).toEqual([{ path: '/0', expected: 'an object', observed: '1' }]);
  });

  it('takes a document of any depth', () => {
    let deep: unknown = [];
    for (let depth = 0; depth < 50_000; depth += 1) deep = [deep];
    expect(schemaErrors('network-list', deep)).toHaveLength(1);
  });
});

describe('the schemas', () => {
  const folder = join(packageRoot(), 'schemas/engine-v1.23');
  const files = readdirSync(folder).filter((file) => file.endsWith('.schema.json'));
  const documents = files.map((file): [string, Record<string, unknown>] => [
    file,
    JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>,
  ]);

  it('are all known by name, but for the shared parts and the request table', () => {
    const judging = files
      .map((file) => file.replace('.schema.json', ''))
      .filter((name) => !['common', 'requests'].includes(name));
    expect([...schemaNames()].sort()).toEqual(judging.sort());
  });

  it.each(documents)('%s is valid against the meta-schema', (_, schema) => {
    const ajv = new Ajv2020({ strict: true });
    expect(ajv.validateSchema(schema)).toBe(true);
  });

  it.each(documents)('%s says what it is and resolves offline', (file, schema) => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `https://engine-conformance.invalid/schemas/engine-v1.23/${file}`,
      title: expect.stringMatching(/\S/),
      description: expect.stringMatching(/\S/),
    });
  });

  it.each(documents.filter(([file]) => file !== 'requests.schema.json'))(
    '%s lets unknown fields pass and describes each format in words',
    (_, schema) => {
      const faults: string[] = [];
      const visit = (part: unknown, path: string): void => {
        if (part === null || typeof part !== 'object') return;
        const { additionalProperties, unevaluatedProperties, pattern, format, description } = part as Record<
          string,
          unknown
        >;
        if (additionalProperties === false || unevaluatedProperties === false) faults.push(`${path} is closed`);
        const formatted = typeof pattern === 'string' || typeof format === 'string';
        if (formatted && description === undefined && !path.includes('/anyOf/'))
          faults.push(`${path} has no description`);
        for (const [key, value] of Object.entries(part)) visit(value, `${path}/${key}`);
      };
      visit(schema, '');
      expect(faults).toEqual([]);
    },
  );

  it('are not compiled before the first document, and then in strict mode in under 500 ms together', () => {
    jest.isolateModules(() => {
      const loaded = jest.fn();
      jest.doMock('./compile', () => {
        loaded();
        return jest.requireActual<typeof import('./compile')>('./compile');
      });
      const validator = require('./validator') as typeof import('./validator');
      expect(loaded).not.toHaveBeenCalled();
      require('ajv/dist/2020');
      require('ajv-formats');
      const begun = performance.now();
      for (const name of validator.schemaNames()) validator.schemaErrors(name, undefined);
      expect(performance.now() - begun).toBeLessThan(500);
      expect(loaded).toHaveBeenCalledTimes(1);
    });
  });
});
