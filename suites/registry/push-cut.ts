import { randomBytes } from 'node:crypto';
import { claim } from '../../helpers/claims/claim';
import { lab as ofLab } from '../../helpers/claims/needs';
import type { Answer } from '../../helpers/engine/answer';
import { isEngineTrouble } from '../../helpers/engine/trouble';
import { accepts, finishes, since, swallows } from '../../helpers/faults/vocabulary';
import { progressOf, pushResultOf } from '../../helpers/registry/progress';
import { openRelay } from '../../helpers/registry/relay';
import { toldOf } from '../../helpers/registry/told-of';
import { push } from '../../helpers/registry/transfer';
import { endsPushWith, failsInside, MANIFEST, NO_DIGEST, PUSH, pushed, saysPushed } from './faults';
import { newImage } from './fixtures/new-image';
import { atSite, labRegistry } from './fixtures/site';

/** Bytes of the image that do not get smaller, and how many bytes pass before the power goes. */
const [BALLAST, PASSED] = [8 * 1024 * 1024, 2 * 1024 * 1024];

export default claim({
  id: 'registry.push-cut',
  level: 'implied',
  lines: [[614, 630]],
  statement: 'A push whose engine loses its power half-way leaves no tag, and can be made again.',
  needs: [ofLab],
  limitMs: 60_000,
  waits: true,
  fault: 'the tag is there before everything that it stands for',
  faults: [
    {
      what: 'the tag is there before the rest',
      plant: accepts(MANIFEST, 200, {}),
      expect: /the manifest of the tag: expected refused/,
    },
    {
      what: 'the push says that it is done when it was cut',
      plant: finishes(PUSH, pushed('own')),
      expect: /the end of the push that was cut/,
    },
    { what: 'it cannot be made again', plant: since(2, failsInside(PUSH)), expect: /that is made again/ },
    {
      what: 'nothing is pushed when it is made again',
      plant: since(2, swallows(PUSH, 200, saysPushed)),
      expect: /the manifest of the tag afterwards/,
    },
    {
      what: 'another digest is reported when it is made again',
      plant: since(
        2,
        endsPushWith((line) => line.replace(/sha256:\w+/, NO_DIGEST)),
      ),
      expect: /its digest/,
    },
  ],
  async body(tools) {
    const { facts, lab, make: own, use, verify } = tools;
    const [main, { registry }] = await Promise.all([use(labRegistry), atSite(tools)]);
    const relay = await openRelay(lab.home.gateway);
    own.defer(() => relay.close());
    relay.lead(main.endpoint);
    const host = await lab.startHost({ recipe: lab.recipe, ...toldOf(facts.vendor, [relay.address]) });
    const { engine, make } = await lab.place(host, 'the engine that is cut off');
    const repository = `engine-conformance/${own.name()}`;
    const image = await newImage({ engine, make }, `${relay.address}/${repository}:own`, randomBytes(BALLAST));
    const half = relay.hold(PASSED).then(() => 'half' as const);
    const pushing = unlessCut(push(engine, image.reference));
    const first = await Promise.race([half, pushing]);
    if (first !== 'half') throw new Error(`the push was over before its half: ${first?.text.slice(-300)}`);
    await host.stop();
    relay.cut();
    const answered = await pushing;
    verify.absent(answered && pushResultOf(progressOf(answered)), 'the end of the push that was cut');
    verify.refused((await registry.manifest(repository, 'own')).answer, { status: [404] }, 'the manifest of the tag');
    await host.start();
    const progress = progressOf(await push(engine, image.reference));
    verify.absent(progress.error, 'error of the push that is made again');
    const { answer, digest } = await registry.manifest(repository, 'own');
    verify.accepted(answer, 'the manifest of the tag afterwards', 200);
    verify.equal(digest, pushResultOf(progress)?.digest, 'its digest');
  },
});

/** The answer, or undefined where the connection broke. */
async function unlessCut(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isEngineTrouble(error)) return undefined;
    throw error;
  }
}
