import { claim } from '../../helpers/claims/claim';
import { answers, refuses, set, swallows, without } from '../../helpers/faults/vocabulary';
import { tagAs } from '../../helpers/registry/transfer';
import { INSPECT, NO_DIGEST, TAG } from './faults';

const REPOSITORY = 'registry.invalid:5000/engine-conformance/tagged';

export default claim({
  id: 'registry.tag-shares-id',
  level: 'stated',
  lines: [[609, 612]],
  statement: 'A tag is a second name of one image: both names show the same id.',
  fault: 'the engine makes a copy of the image under an id of its own, or forgets the name',
  faults: [
    { what: 'it takes no second name', plant: refuses(TAG, 409), expect: /^tag/ },
    { what: 'it forgets the name', plant: swallows(TAG, 201), expect: /inspect by the second name/ },
    {
      what: 'it makes a copy',
      plant: answers(/^GET \/images\/registry\.invalid.+\/json$/, set('Id', NO_DIGEST)),
      expect: /Id by the second name/,
    },
    {
      what: 'the image does not list the name',
      plant: answers(
        INSPECT,
        without('RepoTags', (tag) => String(tag).startsWith(REPOSITORY)),
      ),
      expect: /RepoTags/,
    },
  ],
  async body({ engine, image, make, verify }) {
    // Nobody is asked there: a tag is a matter of the engine alone.
    const reference = `${REPOSITORY}:${make.name()}`;
    make.ownImage(reference);
    verify.accepted(await tagAs(engine, image, reference), 'tag', 201);
    const [first, second] = await Promise.all([engine.imageInspect(image), engine.get(`/images/${reference}/json`)]);
    verify.accepted(second, 'inspect by the second name');
    verify.equal((second.json as { Id?: string }).Id, first.Id, 'Id by the second name');
    verify.contains(first.RepoTags, reference, 'RepoTags by the first name');
  },
});
