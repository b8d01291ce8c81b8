import { type CatalogueEntry, claim } from '../claims/claim';
import { api, dockerCli, host, type Need } from '../claims/needs';
import { someFacts } from '../fixtures/facts';
import { makePlan, whyNotApplicable } from './plan';

const tryable = (id: string, needs?: readonly Need[]): CatalogueEntry =>
  claim({
    id,
    level: 'stated',
    lines: [[1, 2]],
    statement: id,
    fault: 'it does not',
    body: async () => {},
    ...(needs === undefined ? {} : { needs }),
  });
const later: CatalogueEntry = { id: 'swarm-mode.x', level: 'stated', lines: [[1, 2]], statement: 'x', needs: [host] };

const remote = someFacts({ host: { local: false, reason: 'it is elsewhere' } });

describe('a plan', () => {
  const catalogue = [
    tryable('engine.a'),
    tryable('engine.b', [host]),
    tryable('engine.c', [dockerCli, api('>=1.25')]),
    later,
  ];

  test('parts the selected claims, and counts those that were not selected', () => {
    const plan = makePlan(catalogue, catalogue.slice(1), remote);
    expect(plan.tried).toEqual([]);
    expect(plan.notApplicable.map(({ claim: { id }, reason }) => [id, reason])).toEqual([
      ['engine.b', 'it is elsewhere'],
      ['engine.c', 'asked at API 1.23, and this needs >=1.25'],
    ]);
    expect(plan.notImplemented).toEqual([later]);
    expect(plan.notSelected).toBe(1);
  });

  test('tries what has all that it needs', () => {
    const plan = makePlan(catalogue, catalogue, someFacts({ apiVersionAsked: '1.25' }));
    expect(plan.tried.map(({ id }) => id)).toEqual(['engine.a', 'engine.b', 'engine.c']);
    expect(plan.notApplicable).toEqual([]);
  });
});

describe('a claim that is not applicable', () => {
  test('is so for the first need that is absent', () => {
    const facts = someFacts({
      host: { local: false, reason: 'elsewhere' },
      dockerCli: { usable: false, reason: 'no client' },
    });
    expect(whyNotApplicable({ needs: [dockerCli, host] }, facts)).toBe('no client');
    expect(whyNotApplicable({ needs: [host, dockerCli] }, facts)).toBe('elsewhere');
  });

  test('is none where it needs nothing', () => {
    expect(whyNotApplicable({}, remote)).toBeNull();
    expect(whyNotApplicable({ needs: [] }, remote)).toBeNull();
  });
});
