/** A private registry (the document's part 6): catalogued, not yet tried. */
import { pending } from '../../helpers/claims/claim';
import { cluster, host } from '../../helpers/claims/needs';

const registry = cluster('registry');

export default pending('registry', [
  {
    id: 'registry.v2-endpoint',
    level: 'implied',
    lines: [[596, 599]],
    statement: 'The registry answers `GET /v2/` with status 200 and the header of the v2 API.',
    needs: [registry],
  },
  {
    id: 'registry.insecure-refused',
    level: 'stated',
    lines: [[601, 601]],
    statement: 'A push to a registry that speaks plain HTTP and is not on the insecure list fails with a clear error.',
    needs: [cluster('registry:routable')],
  },
  {
    id: 'registry.insecure-allowed',
    level: 'stated',
    lines: [[601, 606]],
    statement: 'With `--insecure-registry` for its address, a push to a registry that speaks plain HTTP works.',
    needs: [registry, host],
  },
  {
    id: 'registry.loopback-exempt',
    level: 'implied',
    lines: [[601, 601]],
    statement: 'A registry at an address of 127.0.0.0/8 needs no such option.',
    needs: [cluster('registry:loopback')],
  },
  {
    id: 'registry.tag-shares-id',
    level: 'stated',
    lines: [[609, 612]],
    statement: 'A tag is a second name of one image: both names show the same id.',
  },
  {
    id: 'registry.push-digest',
    level: 'stated',
    lines: [[614, 630]],
    statement: 'A push reports the sha256 digest and the size of a manifest which the registry then serves.',
    needs: [registry],
  },
  {
    id: 'registry.catalog',
    level: 'erratum',
    lines: [[632, 647]],
    statement: 'The catalogue of a v2 registry is an object with the sorted list `repositories`.',
    documentSays: 'The catalogue is an object with `num_results`, `query` and `results`, as the v1 search answers.',
    needs: [registry],
  },
  {
    id: 'registry.catalog-pages',
    level: 'implied',
    lines: [[633, 633]],
    statement: 'With `n` and `last` and the Link header the catalogue is paged, nothing lost and nothing twice.',
    needs: [registry],
  },
  {
    id: 'registry.tags',
    level: 'implied',
    lines: [[633, 633]],
    statement: 'The tag list of a repository names the tag that was pushed.',
    needs: [registry],
  },
  {
    id: 'registry.pull-back',
    level: 'implied',
    lines: [[614, 614]],
    statement: 'Removed and pulled again, an image has the same id and digest as before, and it runs.',
    needs: [registry],
  },
  {
    id: 'registry.survives-restart',
    level: 'stated',
    lines: [[599, 599]],
    statement: 'With its data on a volume, a registry that is replaced still serves the images pushed before.',
    needs: [registry, host],
  },
  {
    id: 'registry.data-path',
    level: 'erratum',
    lines: [[599, 599]],
    statement: 'Registry 2 keeps its data below `/var/lib/registry`.',
    documentSays: 'A mount at `/tmp/registry` keeps the data of the registry.',
    needs: [registry, host],
  },
]);
