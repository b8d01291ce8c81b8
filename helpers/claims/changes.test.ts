import fc from 'fast-check';
import { apiInRange, applicableChange, compareApiVersions, type EngineChange, engineSemver } from './changes';

describe('the version of an engine', () => {
  test.each<[string, string | null]>([
    ['1.11.1', '1.11.1'],
    ['1.9.0-rc2', '1.9.0'],
    ['17.03.2-ce', '17.3.2'],
    ['18.09.1', '18.9.1'],
    ['20.10.24+dfsg1', '20.10.24'],
    ['28.0.0-rc.1', '28.0.0'],
    ['v5.8.6', '5.8.6'],
    ['5.0.0-dev-1b2c', '5.0.0'],
    ['4.3', '4.3.0'],
    ['28', null],
    ['', null],
    ['dev', null],
    ['library-import', null],
    ['-1.2.3', null],
    [' 1.2.3', null],
    ['99999999999999999999.1.1', null],
    [`1.2.3-${'a'.repeat(300)}`, null],
    ['9'.repeat(1_000_000), null],
  ])('%.40s is read as %s', (text, expected) => {
    expect(engineSemver(text)).toBe(expected);
  });

  test('no text makes the reading throw, and what is read is a release', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^v?[0-9.]{1,24}[-+a-z0-9.]{0,8}$/)), (text) => {
        const read = engineSemver(text);
        return read === null || /^\d+\.\d+\.\d+$/.test(read);
      }),
    );
  });

  test('every version that an engine can have is read back, whatever follows it', () => {
    const number = fc.nat({ max: 99 });
    const suffix = fc.constantFrom('', '-ce', '+dfsg1', '-rc.1', '-0ubuntu1~22.04.1', '~3');
    fc.assert(
      fc.property(number, number, number, suffix, (major, minor, patch, rest) => {
        const padded = `${major}.${String(minor).padStart(2, '0')}.${patch}${rest}`;
        expect(engineSemver(padded)).toBe(`${major}.${minor}.${patch}`);
      }),
    );
  });
});

describe('API versions', () => {
  test.each<[string, string, number]>([
    ['1.9', '1.23', -1],
    ['1.23', '1.23', 0],
    ['1.40', '1.5', 1],
    ['1.100', '1.99', 1],
    ['2.0', '1.99', 1],
  ])('%s compared with %s gives %d', (a, b, expected) => {
    expect(compareApiVersions(a, b)).toBe(expected);
  });

  test.each<[string, string, boolean]>([
    ['1.23', '>=1.25', false],
    ['1.25', '>=1.25', true],
    ['1.41', '>=1.25', true],
    ['1.9', '>=1.25', false],
    ['1.24', '<1.25', true],
    ['1.44', '>=1.24 <1.44', false],
    ['1.23', '1.23', true],
    ['1.23', '*', true],
  ])('%s in %s: %s', (version, range, expected) => {
    expect(apiInRange(version, range)).toBe(expected);
  });

  test.each(['', '1', 'v1.23', '1.23.0', '1.x', '1.23 ', `1.${'x'.repeat(1000)}`])('"%.20s" is none', (text) => {
    expect(() => compareApiVersions(text, '1.23')).toThrow(/^not an API version: .{0,40}$/);
  });
});

describe('the change that applies', () => {
  const change = (engine: string, more: Partial<EngineChange> = {}): EngineChange => ({
    vendor: 'docker',
    engine,
    why: `changed in ${engine}`,
    reference: 'measured',
    ...more,
  });
  const applies = (changes: readonly EngineChange[], vendor: string, version: string, apiVersionAsked = '1.23') =>
    applicableChange(changes, { vendor, version, apiVersionAsked })?.why;

  test('is one of the vendor, in the range, whatever suffix the version carries', () => {
    const changes = [change('>=17.6.0 <25.0.0')];
    expect(applies(changes, 'docker', '17.06.0-ce')).toBe('changed in >=17.6.0 <25.0.0');
    expect(applies(changes, 'docker', '20.10.24+dfsg1')).toBeDefined();
    expect(applies(changes, 'docker', '17.05.0-ce')).toBeUndefined();
    expect(applies(changes, 'docker', '25.0.0')).toBeUndefined();
    expect(applies(changes, 'podman', '20.10.24')).toBeUndefined();
    expect(applies(changes, 'unknown', '20.10.24')).toBeUndefined();
  });

  test('a pre-release counts as its release', () => {
    expect(applies([change('>=28.0.0')], 'docker', '28.0.0-rc.1')).toBeDefined();
    expect(applies([change('<28.0.0')], 'docker', '28.0.0-rc.1')).toBeUndefined();
  });

  test('one that depends on the API version asked applies to newer clients only', () => {
    const changes = [change('*', { api: '>=1.44' })];
    expect(applies(changes, 'docker', '28.5.2', '1.43')).toBeUndefined();
    expect(applies(changes, 'docker', '28.5.2', '1.44')).toBeDefined();
  });

  test('the first of several stands', () => {
    expect(applies([change('>=26.0.0'), change('>=24.0.0'), change('*')], 'docker', '24.0.7')).toBe(
      'changed in >=24.0.0',
    );
  });

  test('none applies to an engine that tells no version, nor where none is known', () => {
    expect(applies([change('*')], 'docker', 'dev')).toBeUndefined();
    expect(
      applicableChange(undefined, { vendor: 'docker', version: '1.11.1', apiVersionAsked: '1.23' }),
    ).toBeUndefined();
  });

  test('is one of nodes of a swarm alone, where it says so', () => {
    const inSwarm: EngineChange = { vendor: 'docker', engine: '*', inSwarm: true, why: 'w', reference: 'r' };
    const engine = { vendor: 'docker', version: '28.5.2', apiVersionAsked: '1.25' };
    const applies = (swarm: 'none' | 'worker' | 'manager') =>
      applicableChange([inSwarm], { ...engine, membership: { swarm } }) !== undefined;
    expect([applies('none'), applies('worker'), applies('manager')]).toEqual([false, true, true]);
    expect(applicableChange([inSwarm], engine)).toBeUndefined();
  });
});
