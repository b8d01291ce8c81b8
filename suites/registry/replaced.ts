/** A registry that is replaced, with the volume of the one before. */
import { claim } from '../../helpers/claims/claim';
import { lab as ofLab } from '../../helpers/claims/needs';
import { accepts, answers, refuses, set } from '../../helpers/faults/vocabulary';
import { progressOf } from '../../helpers/registry/progress';
import { REGISTRY_ROOT, registryWithVolumeAt } from '../../helpers/registry/recipes';
import { Registry } from '../../helpers/registry/registry';
import { pull, push } from '../../helpers/registry/transfer';
import { INSPECT, keepsDataAt, leavesFileIn, NO_DIGEST, PUSH_FAILS, TAGS, withoutData } from './faults';
import { newImage } from './fixtures/new-image';
import { atSite, relays } from './fixtures/site';
import { PUSHES_NOTHING } from './podman-3';
import { removed } from './removed';

/** Where line 599 of the document mounts the volume. */
const DOCUMENT_MOUNT = '/tmp/registry';

const REPOSITORY = 'engine-conformance/replaced';

export default [
  claim({
    id: 'registry.survives-restart',
    level: 'stated',
    lines: [[599, 599]],
    statement: 'With its data on a volume, a registry that is replaced still serves the images pushed before.',
    needs: [ofLab],
    limitMs: 60_000,
    changes: [PUSHES_NOTHING],
    fault: 'the registry keeps its data elsewhere, or does not find what another one left',
    faults: [
      PUSH_FAILS,
      { what: 'the next registry has another volume', plant: withoutData, expect: /error of the pull/ },
      { what: 'the data is elsewhere', plant: keepsDataAt('/srv/registry'), expect: /error of the pull/ },
      { what: 'another image comes back', plant: answers(INSPECT, set('Id', NO_DIGEST)), expect: /^Id of what/ },
    ],
    async body(tools) {
      const { lab, use, verify } = tools;
      const [{ kept: relay }, { engine, make }] = await Promise.all([use(relays), atSite(tools)]);
      const recipe = registryWithVolumeAt(REGISTRY_ROOT);
      const first = await lab.startHost({ recipe });
      relay.lead(first.endpoint);
      const image = await newImage({ engine, make }, `${relay.address}/${REPOSITORY}:own`);
      verify.absent(progressOf(await push(engine, image.reference)).error, 'error of the push');
      await removed(engine, image.reference);
      await first.stop();
      relay.cut();
      const next = await lab.startHost({ recipe, dataOf: first });
      relay.lead(next.endpoint);
      verify.absent(progressOf(await pull(engine, image.reference)).error, 'error of the pull from the next registry');
      verify.equal(
        (await engine.imageInspect(image.reference)).Id,
        `sha256:${bare(image.id)}`,
        'Id of what was pulled',
      );
    },
  }),
  claim({
    id: 'registry.data-path',
    level: 'erratum',
    lines: [[599, 599]],
    statement: 'Registry 2 keeps its data below `/var/lib/registry`.',
    documentSays: 'A mount at `/tmp/registry` keeps the data of the registry.',
    needs: [ofLab],
    limitMs: 60_000,
    changes: [PUSHES_NOTHING],
    fault: 'the registry keeps its data in another directory',
    faults: [
      PUSH_FAILS,
      {
        what: 'the data is where the document mounts the volume',
        plant: keepsDataAt(DOCUMENT_MOUNT),
        expect: /what is below .var.lib.registry/,
      },
      {
        what: 'something is in that volume',
        plant: leavesFileIn(DOCUMENT_MOUNT),
        expect: /what is in the volume/,
      },
      { what: 'the next registry answers nobody', plant: refuses('GET /v2/', 500), expect: /with the same volume/ },
      {
        what: 'the next registry has the image',
        plant: accepts(TAGS, 200, { name: REPOSITORY, tags: ['own'] }),
        expect: /the tag list in the next registry/,
      },
    ],
    async body(tools) {
      const { callsAt, lab, use, verify } = tools;
      const [{ lost: relay }, { engine, make }] = await Promise.all([use(relays), atSite(tools)]);
      const recipe = registryWithVolumeAt(DOCUMENT_MOUNT);
      const lost = await lab.startHost({ recipe });
      relay.lead(lost.endpoint);
      const image = await newImage({ engine, make }, `${relay.address}/${REPOSITORY}:own`);
      verify.absent(progressOf(await push(engine, image.reference)).error, 'error of the push');
      const filesBelow = async (path: string) =>
        (await lab.run(lost, 'the registry', ['find', path, '-mindepth', '1'])).stdout;
      const tag = `${REGISTRY_ROOT}/docker/registry/v2/repositories/${REPOSITORY}/_manifests/tags/own`;
      verify.contains(await filesBelow(REGISTRY_ROOT), tag, `what is below ${REGISTRY_ROOT}`);
      verify.equal(await filesBelow(DOCUMENT_MOUNT), '', `what is in the volume at ${DOCUMENT_MOUNT}`);
      await lost.stop();
      const next = await lab.startHost({ recipe, dataOf: lost });
      const registry = new Registry(await callsAt(next.endpoint, 'the next registry'), relay.address);
      verify.accepted(await registry.ping(), 'the next registry, with the same volume', 200);
      verify.refused(await registry.tags(REPOSITORY), { status: [404] }, 'the tag list in the next registry');
    },
  }),
];

/** An id without its algorithm: engines name it with and without. */
function bare(id: string): string {
  return id.replace(/^sha256:/, '');
}
