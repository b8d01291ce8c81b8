/** `GET /v2/_catalog`. */
import { claim } from '../../helpers/claims/claim';
import { registry } from '../../helpers/claims/needs';
import { answers, answersHeader, mishearsQuery, nth, refuses, set, without } from '../../helpers/faults/vocabulary';
import { inOrderOfParts, repositoriesIn } from '../../helpers/registry/catalogue';
import { inThreeRepositories, REPOSITORIES } from './fixtures/pushed';
import { atSite } from './fixtures/site';

/** A registry of this many pages is not read to its end. */
const MOST_PAGES = 100;

const CATALOG = 'GET /v2/_catalog';

/** Where pages begin: before the first of the three, since a registry may hold many, and others may push to it meanwhile. */
const FIRST_LAST = REPOSITORIES[0].slice(0, -1);

const isSecond = (name: unknown) => name === REPOSITORIES[1];

export default [
  claim({
    id: 'registry.catalog',
    level: 'erratum',
    lines: [[632, 647]],
    statement: 'The catalogue of a v2 registry is an object with the sorted list `repositories`.',
    documentSays: 'The catalogue is an object with `num_results`, `query` and `results`, as the v1 search answers.',
    needs: [registry],
    fault: 'the catalogue is of another shape, is not sorted, or lacks a repository that was pushed to',
    faults: [
      {
        what: 'a repository is missing',
        plant: answers(CATALOG, without('repositories', isSecond)),
        expect: /^repositories/,
      },
      {
        what: 'it is not sorted',
        plant: answers(
          CATALOG,
          set('repositories', (old) => (Array.isArray(old) ? old.toReversed() : null)),
        ),
        expect: /the order of the repositories/,
      },
      {
        what: 'it is of the shape that the document shows',
        plant: answers(CATALOG, () => ({ num_results: 0, query: '', results: [] })),
        expect: /the catalogue/,
      },
      {
        what: 'it has a field of the v1 search beside',
        plant: answers(CATALOG, set('num_results', 3)),
        expect: /num_results|the catalogue/,
      },
      { what: 'it is shown to nobody', plant: refuses(CATALOG, 401), expect: /the catalogue/ },
    ],
    async body(tools) {
      const { use, verify } = tools;
      const [repositories, { registry: asked }] = await Promise.all([use(inThreeRepositories), atSite(tools)]);
      const all: string[] = [];
      for await (const page of asked.catalogPages({}, MOST_PAGES)) {
        verify.accepted(page, 'the catalogue', 200);
        verify.conforms('registry-catalog', page.json, 'the catalogue');
        for (const field of ['num_results', 'query', 'results']) {
          verify.absent((page.json as Record<string, unknown>)[field], `${field} of a v1 search`);
        }
        all.push(...repositoriesIn(page));
      }
      verify.equal(all, inOrderOfParts(all), 'the order of the repositories');
      for (const repository of repositories) verify.contains(all, repository, 'repositories');
    },
  }),
  claim({
    id: 'registry.catalog-pages',
    level: 'implied',
    lines: [[633, 633]],
    statement: 'With `n` and `last` and the Link header the catalogue is paged, nothing lost and nothing twice.',
    needs: [registry],
    fault: 'a page ends without a link to the next one, or the next one begins a repository too early or too late',
    faults: [
      {
        what: 'a page has no link to the next',
        plant: answersHeader(CATALOG, 'link', undefined),
        expect: /page by page/,
      },
      {
        what: 'a page holds all of them',
        plant: mishearsQuery(CATALOG, { n: null }),
        expect: /number of repositories on a page/,
      },
      {
        what: 'every page is the first',
        plant: mishearsQuery(CATALOG, { last: FIRST_LAST }),
        expect: /what the pages before it hold/,
      },
      {
        what: 'the second page begins too late',
        plant: nth(2, mishearsQuery(CATALOG, { last: REPOSITORIES[1] })),
        expect: /page by page/,
      },
      {
        what: 'the page behind the last begins too early',
        plant: nth(4, mishearsQuery(CATALOG, { last: REPOSITORIES[1] })),
        expect: /the page behind the third repository/,
      },
    ],
    async body(tools) {
      const { use, verify } = tools;
      const [repositories, { registry: asked }] = await Promise.all([use(inThreeRepositories), atSite(tools)]);
      const [, , third] = repositories;
      const seen: string[] = [];
      for await (const page of asked.catalogPages({ n: 1, last: FIRST_LAST }, MOST_PAGES)) {
        verify.accepted(page, 'a page of the catalogue', 200);
        verify.conforms('registry-catalog', page.json, 'a page of the catalogue');
        const names = repositoriesIn(page);
        verify.that(names.length <= 1, 'number of repositories on a page of one', 'at most 1', names);
        for (const name of names) verify.excludes(seen, name, 'what the pages before it hold');
        seen.push(...names);
        if (seen.includes(third)) break;
      }
      verify.equal(
        seen.filter((name) => repositories.includes(name)),
        repositories,
        'the three repositories, page by page',
      );
      verify.equal(seen, inOrderOfParts([...new Set(seen)]), 'what the pages hold, in order and once each');
      const behind = await asked.catalog({ n: 1, last: third });
      verify.accepted(behind, 'the page behind the third repository', 200);
      verify.excludes(repositoriesIn(behind), third, 'the page behind the third repository');
    },
  }),
];
