import { knownDrift } from './find';
import type { KnownDrift } from './vocabulary';

const ENTRY: KnownDrift = {
  vendor: 'docker',
  engine: '>=20.10.0 <28.0.0',
  schemas: ['network-inspect', 'network-list'],
  kind: 'added',
  places: ['{,/*}/{Created,Ingress}'],
  why: 'it was added',
  reference: 'measured',
};
const NEWER: KnownDrift = { ...ENTRY, engine: '*', api: '>=1.44', why: 'it was added for newer clients' };
const DOCKER = { vendor: 'docker', version: '20.10.24+dfsg1', apiVersionAsked: '1.23' };
const PLACE = { schema: 'network-list', kind: 'added', path: '/*/Created' } as const;

const whyOf = (place: object = {}, facts: object = {}, known = [ENTRY, NEWER]) =>
  knownDrift({ ...PLACE, ...place }, { ...DOCKER, ...facts }, known)?.why;

describe('a departure', () => {
  test('is known in the places of its schemas', () => {
    expect(whyOf()).toBe('it was added');
    expect(whyOf({ schema: 'network-inspect', path: '/Ingress' })).toBe('it was added');
  });

  test.each([
    ['in another place', { path: '/*/Scope' }],
    ['deeper', { path: '/*/Created/At' }],
    ['of another kind', { kind: 'type' }],
    ['of another schema', { schema: 'volume-list' }],
  ])('%s is not', (_what, place) => {
    expect(whyOf(place)).toBeUndefined();
  });

  test.each([
    ['vendor', { vendor: 'podman' }],
    ['version', { version: '28.0.0' }],
    ['version that is none', { version: 'unknown' }],
  ])('is not known of another %s', (_what, facts) => {
    expect(whyOf({}, facts)).toBeUndefined();
  });

  test('is known of an API version by the first entry that applies', () => {
    expect(whyOf({}, { version: '29.0.0', apiVersionAsked: '1.44' })).toBe('it was added for newer clients');
    expect(whyOf({}, { version: '29.0.0', apiVersionAsked: '1.43' })).toBeUndefined();
    expect(whyOf({}, { apiVersionAsked: '1.44' })).toBe('it was added');
  });
});
