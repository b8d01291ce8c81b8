import fc from 'fast-check';
import { CHOICES, NO_FILTERS } from './filters';
import { claimHash, formatHash, parseHash, type Route, VIEWS } from './route';

const filters = fc.record({
  q: fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.toWellFormed()),
  status: fc.subarray([...CHOICES.status]),
  level: fc.subarray([...CHOICES.level]),
  chapter: fc.subarray([...CHOICES.chapter]),
  vendor: fc.subarray([...CHOICES.vendor]),
  differing: fc.boolean(),
  kind: fc.subarray([...CHOICES.kind]),
  known: fc.subarray([...CHOICES.known]),
});
const target = fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.toWellFormed());
const routes: fc.Arbitrary<Route> = fc.oneof(
  fc.record({ view: fc.constantFrom(...VIEWS), filters }),
  fc.record({ view: fc.constant('claim' as const), claim: fc.constant('network.bridge.create'), target, filters }),
);

describe('the fragment of the address', () => {
  it('says a route so that it is read as the same', () => {
    fc.assert(fc.property(routes, (route) => void expect(parseHash(formatHash(route))).toEqual(route)));
  });

  it('is understood whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([...VIEWS, 'claim']).toContain(parseHash(`#${text}`).view);
      }),
    );
  });

  it('reads well', () => {
    const route: Route = {
      view: 'claims',
      filters: { ...NO_FILTERS, q: 'mac address', status: ['regression', 'error'] },
    };
    expect(formatHash(route)).toBe('#claims?q=mac%20address&status=regression,error');
    expect(claimHash('network.bridge.create', NO_FILTERS, 'docker@28.5.2')).toBe(
      '#network.bridge.create?target=docker@28.5.2',
    );
  });

  it.each([
    ['', 'overview'],
    ['#', 'overview'],
    ['#nonsense', 'overview'],
    ['#claims', 'claims'],
    ['#network.bridge.create', 'claim'],
    ['#network.bridge.<b>', 'overview'],
  ])('%s leads to %s', (hash, view) => {
    expect(parseHash(hash).view).toBe(view);
  });

  it('leaves out choices that there are not, and puts others in their order', () => {
    const { filters } = parseHash('#claims?status=error,nonsense,regression&differing=maybe&level=');
    expect(filters).toEqual({ ...NO_FILTERS, status: ['regression', 'error'] });
  });
});
