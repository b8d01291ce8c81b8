/** Registries over plain HTTP: `--insecure-registry`. */
import { claim } from '../../helpers/claims/claim';
import { insecureRegistry, lab } from '../../helpers/claims/needs';
import { accepts, answers, answersText, set, startsHosts, swallows } from '../../helpers/faults/vocabulary';
import { isToldInsecure } from '../../helpers/registry/insecure-list';
import { progressOf, pushResultOf } from '../../helpers/registry/progress';
import { push, tagAs } from '../../helpers/registry/transfer';
import { failsInside, MANIFEST, PUSH_FAILS, saysPushed } from './faults';
import { throughLoopback } from './fixtures/loopback';
import { newImage } from './fixtures/new-image';
import { pushed } from './fixtures/pushed';
import { atSite } from './fixtures/site';
import { PUSHES_NOTHING } from './podman-3';

/** A push to a repository of the claim's own. */
const OWN_PUSH = /^POST \/images\/.+\/engine-conformance\/ec-[^/]+\/push$/;
const OWN_TAGS = /^GET \/v2\/.+\/ec-[^/]+\/tags\/list$/;

/** The engine is told of no registry after all. */
const toldOfNone = startsHosts((asked) => {
  const { files, flags, ...others } = asked;
  return files === undefined && flags === undefined ? asked : others;
});

export default [
  claim({
    id: 'registry.insecure-refused',
    level: 'stated',
    lines: [[601, 601]],
    statement: 'A push to a registry that speaks plain HTTP and is not on the insecure list fails with a clear error.',
    needs: [lab],
    fault: 'the engine falls back to plain HTTP without being told that it may',
    faults: [
      { what: 'it says nothing of an error', plant: swallows(OWN_PUSH, 200, saysPushed), expect: /error of the push/ },
      {
        what: 'its error says nothing of TLS',
        plant: answersText(OWN_PUSH, '{"error":"no"}'),
        expect: /error of the push/,
      },
      {
        what: 'the registry has the image all the same',
        plant: accepts(OWN_TAGS, 200, { name: 'any', tags: ['refused'] }),
        expect: /the tag list of the repository/,
      },
    ],
    async body(tools) {
      const { engine, image, make, use, verify } = tools;
      // The target itself is told of no registry; another engine is, and its push shows that the registry takes them.
      const [{ progress }, { registry }] = await Promise.all([use(pushed), atSite(tools)]);
      if (progress.error !== undefined) throw new Error(`the registry takes nothing: ${progress.error}`);
      const repository = `engine-conformance/${make.name()}`;
      const reference = `${registry.address}/${repository}:refused`;
      make.ownImage(reference);
      verify.accepted(await tagAs(engine, image, reference), 'tag', 201);
      const { error } = progressOf(await push(engine, reference));
      verify.matches(error, /https?/i, 'error of the push');
      verify.refused(await registry.tags(repository), { status: [404] }, 'the tag list of the repository');
    },
  }),
  claim({
    id: 'registry.insecure-allowed',
    level: 'stated',
    lines: [[601, 606]],
    statement: 'With `--insecure-registry` for its address, a push to a registry that speaks plain HTTP works.',
    needs: [insecureRegistry],
    changes: [PUSHES_NOTHING],
    fault: 'the engine asks for TLS all the same',
    faults: [
      { what: 'it passes over the list', plant: toldOfNone, expect: /error of the push/ },
      PUSH_FAILS,
      {
        what: 'the registry has another image',
        plant: answersText(MANIFEST, '{}'),
        expect: /digest of the push/,
      },
      {
        what: 'it does not show its list',
        plant: answers('GET /info', set('RegistryConfig', { IndexConfigs: {}, InsecureRegistryCIDRs: [] })),
        expect: /the insecure list in info/,
      },
    ],
    async body(tools) {
      const { use, verify } = tools;
      const [{ progress, repository, tag, result }, { registry, engine }] = await Promise.all([
        use(pushed),
        atSite(tools),
      ]);
      verify.absent(progress.error, 'error of the push');
      const { digest } = await registry.manifest(repository, tag);
      verify.equal(verify.present(result, 'the digest at the end of the push').digest, digest, 'digest of the push');
      const { RegistryConfig } = await engine.info();
      verify.that(
        isToldInsecure(RegistryConfig, registry.address),
        'the insecure list in info',
        `holds ${registry.address}`,
        RegistryConfig,
      );
    },
  }),
  claim({
    id: 'registry.loopback-exempt',
    level: 'implied',
    lines: [[601, 601]],
    statement: 'A registry at an address of 127.0.0.0/8 needs no such option.',
    needs: [lab],
    changes: [
      PUSHES_NOTHING,
      {
        vendor: 'podman',
        engine: '>=4.3.1',
        why: 'It asks every registry for TLS that it is not told of, those on the loopback too.',
        reference: 'measured on 4.3.1, 5.4.2 and 5.8.6',
      },
    ],
    fault: 'the engine asks for TLS at an address of its own host',
    faults: [
      { what: 'it asks for TLS there', plant: failsInside(OWN_PUSH), expect: /error of the push/ },
      { what: 'nothing is pushed', plant: swallows(OWN_PUSH, 200, saysPushed), expect: /digest of the push/ },
    ],
    async body(tools) {
      const { verify, use } = tools;
      const { engine, make, registry } = await atSite(tools);
      const address = await use(throughLoopback);
      const repository = `engine-conformance/${make.name()}`;
      const image = await newImage({ engine, make }, `${address}/${repository}:own`);
      const progress = progressOf(await push(engine, image.reference));
      verify.absent(progress.error, 'error of the push');
      const { digest } = await registry.manifest(repository, 'own');
      verify.equal(pushResultOf(progress)?.digest, digest, 'digest of the push');
    },
  }),
];
