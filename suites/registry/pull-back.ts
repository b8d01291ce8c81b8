import { claim } from '../../helpers/claims/claim';
import { registry } from '../../helpers/claims/needs';
import { answers, logs, nth, refuses, set, since, swallows } from '../../helpers/faults/vocabulary';
import { progressOf } from '../../helpers/registry/progress';
import { partsOf, pull } from '../../helpers/registry/transfer';
import { failsInside, NO_DIGEST } from './faults';
import { NOTE } from './fixtures/new-image';
import { pushedToComeBack } from './fixtures/pushed';
import { atSite } from './fixtures/site';
import { PUSHES_NOTHING } from './podman-3';
import { removed } from './removed';

/** The first import is that of the probe image. */
const PULL = 'POST /images/create';

/** The third time that the image is looked at it has come back. */
const WHEN_BACK = /^GET \/images\/.+\/engine-conformance\/check-1:.+\/json$/;

export default claim({
  id: 'registry.pull-back',
  level: 'implied',
  lines: [[614, 614]],
  statement: 'Removed and pulled again, an image has the same id and digest as before, and it runs.',
  needs: [registry],
  changes: [PUSHES_NOTHING],
  fault: 'the engine makes another image of what it pulled, or one that lacks a layer',
  faults: [
    { what: 'the pull fails, inside a 200', plant: nth(2, failsInside(PULL)), expect: /error of the pull/ },
    {
      what: 'nothing is pulled',
      plant: nth(2, swallows(PULL, 200, { status: 'Status: Downloaded newer image' })),
      expect: /inspect of what was pulled/,
    },
    { what: 'it is another image', plant: since(3, answers(WHEN_BACK, set('Id', NO_DIGEST))), expect: /^Id/ },
    { what: 'it has no digest', plant: since(3, answers(WHEN_BACK, set('RepoDigests', []))), expect: /RepoDigests/ },
    {
      what: 'it does not run',
      plant: refuses('POST /containers/*/start', 500),
      expect: /start of a container of it/,
    },
    {
      what: 'its command fails',
      plant: answers('POST /containers/*/wait', set('StatusCode', 1)),
      expect: /exit status/,
    },
    { what: 'a layer is missing', plant: logs(() => ''), expect: /the file of the image/ },
  ],
  async body(tools) {
    const { use, verify } = tools;
    const [{ reference, note, result }, { engine, make }] = await Promise.all([use(pushedToComeBack), atSite(tools)]);
    const { digest } = verify.present(result, 'the digest at the end of the push');
    const before = await engine.imageInspect(reference);
    await removed(engine, reference);
    verify.absent(progressOf(await pull(engine, reference)).error, 'error of the pull');
    const answer = verify.accepted(await engine.get(`/images/${reference}/json`), 'inspect of what was pulled');
    const after = answer.json as Partial<typeof before>;
    verify.equal(after.Id, before.Id, 'Id');
    verify.contains(after.RepoDigests, `${partsOf(reference).name}@${digest}`, 'RepoDigests');
    const container = await make.created({ network: 'none', process: ['cat', NOTE], config: { Image: reference } });
    verify.accepted(await engine.start(container), 'start of a container of it');
    verify.equal(await engine.wait(container), 0, 'exit status of the container');
    verify.equal((await engine.logs(container)).stdout, note, 'the file of the image, in the container');
  },
});
