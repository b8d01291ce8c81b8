import { claim } from '../../helpers/claims/claim';
import { registry } from '../../helpers/claims/needs';
import { accepts, answers, refusals, set } from '../../helpers/faults/vocabulary';
import { TAGS } from './faults';
import { pushed } from './fixtures/pushed';
import { atSite } from './fixtures/site';
import { PUSHES_NOTHING } from './podman-3';

export default claim({
  id: 'registry.tags',
  level: 'implied',
  lines: [[633, 633]],
  statement: 'The tag list of a repository names the tag that was pushed.',
  needs: [registry],
  changes: [PUSHES_NOTHING],
  fault: 'the tag that was pushed is missing from the list, or a repository that nobody pushed to has one',
  faults: [
    { what: 'the tag is missing', plant: answers(TAGS, set('tags', ['other'])), expect: /^tags/ },
    { what: 'there are no tags at all', plant: answers(TAGS, set('tags', null)), expect: /^tags/ },
    { what: 'the list is of another repository', plant: answers(TAGS, set('name', 'other')), expect: /^name/ },
    {
      what: 'every repository has a tag',
      plant: accepts(TAGS, 200, { name: 'any', tags: ['latest'] }),
      expect: /that nobody pushed to/,
    },
    { what: 'it refuses in words of its own', plant: refusals(TAGS, set('errors', 'no')), expect: /the refusal/ },
  ],
  async body(tools) {
    const { use, verify, make } = tools;
    const [{ repository, tag }, { registry: asked }] = await Promise.all([use(pushed), atSite(tools)]);
    const answer = verify.accepted(await asked.tags(repository), 'the tag list', 200);
    verify.conforms('registry-tags', answer.json, 'the tag list');
    const { name, tags } = answer.json as { name?: string; tags?: string[] | null };
    verify.equal(name, repository, 'name');
    verify.contains(tags, tag, 'tags');
    const unknown = await asked.tags(`engine-conformance/${make.name()}`);
    verify.refused(unknown, { status: [404] }, 'the tag list of a repository that nobody pushed to');
    verify.conforms('registry-error', unknown.json, 'the refusal');
  },
});
