import { claim } from '../../helpers/claims/claim';
import { registry } from '../../helpers/claims/needs';
import { answers, answersHeader, drop, rewords, swallows } from '../../helpers/faults/vocabulary';
import { endsPushWith, MANIFEST, NO_DIGEST, PUSH, PUSH_FAILS, saysPushed } from './faults';
import { pushed } from './fixtures/pushed';
import { atSite } from './fixtures/site';
import { PUSHES_NOTHING } from './podman-3';

export default claim({
  id: 'registry.push-digest',
  level: 'stated',
  lines: [[614, 630]],
  statement: 'A push reports the sha256 digest and the size of a manifest which the registry then serves.',
  needs: [registry],
  changes: [
    PUSHES_NOTHING,
    {
      vendor: 'podman',
      engine: '>=4.3.1',
      why: 'The size that it reports is not that of the manifest which the registry serves: 579 where that has 588 bytes.',
      reference: 'measured on 4.3.1, 5.4.2 and 5.8.6',
    },
  ],
  fault: 'the engine reports the digest of something else, or a push that failed as one that was done',
  faults: [
    PUSH_FAILS,
    {
      what: 'it reports no digest',
      plant: endsPushWith(() => 'done'),
      expect: /the digest and size at the end of the push/,
    },
    {
      what: 'it reports another tag',
      plant: endsPushWith((line) => `other${line}`),
      expect: /the tag that the push reports/,
    },
    {
      what: 'it reports another digest',
      plant: endsPushWith((line) => line.replace(/sha256:\w+/, NO_DIGEST)),
      expect: /that the registry serves for the tag/,
    },
    {
      what: 'it reports another size',
      plant: endsPushWith((line) => line.replace(/\d+$/, '1')),
      expect: /the size that the push reports/,
    },
    {
      what: 'nothing is pushed',
      plant: swallows(PUSH, 200, saysPushed),
      expect: /the manifest by its tag/,
    },
    {
      what: 'the registry serves other bytes for the tag',
      plant: rewords(/^GET \/v2\/.+\/manifests\/(?!sha256:)/, (text) => `${text} `),
      expect: /the bytes that the registry serves for the tag/,
    },
    {
      what: 'the registry serves other bytes than the digest says',
      plant: rewords(/^GET \/v2\/.+\/manifests\/sha256:/, (text) => `${text} `),
      expect: /the bytes that it serves for the digest/,
    },
    {
      what: 'the registry names no digest',
      plant: answersHeader(MANIFEST, 'docker-content-digest', undefined),
      expect: /Docker-Content-Digest/,
    },
    {
      what: 'what it serves is called no manifest',
      plant: answersHeader(MANIFEST, 'content-type', 'application/json'),
      expect: /a known form of the manifest/,
    },
    { what: 'the manifest names no layers', plant: answers(MANIFEST, drop('layers')), expect: /the manifest/ },
  ],
  async body(tools) {
    const { use, verify } = tools;
    const [{ repository, tag, progress, result }, { registry: asked }] = await Promise.all([
      use(pushed),
      atSite(tools),
    ]);
    verify.absent(progress.error, 'error of the push');
    const reported = verify.present(result, 'the digest and size at the end of the push');
    verify.equal(reported.tag, tag, 'the tag that the push reports');
    verify.matches(reported.digest, /^sha256:[0-9a-f]{64}$/, 'the digest that the push reports');
    const byTag = await asked.manifest(repository, tag);
    verify.accepted(byTag.answer, 'the manifest by its tag', 200);
    verify.conforms(verify.present(byTag.schema, 'a known form of the manifest'), byTag.answer.json, 'the manifest');
    verify.equal(byTag.digest, reported.digest, 'the digest of the bytes that the registry serves for the tag');
    const byDigest = await asked.manifest(repository, reported.digest);
    verify.accepted(byDigest.answer, 'the manifest by its digest', 200);
    verify.equal(byDigest.digest, reported.digest, 'the digest of the bytes that it serves for the digest');
    verify.equal(byTag.answer.headers['docker-content-digest'], reported.digest, 'Docker-Content-Digest');
    verify.equal(reported.size, byTag.size, 'the size that the push reports');
  },
});
