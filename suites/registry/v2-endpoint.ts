import { claim } from '../../helpers/claims/claim';
import { registry } from '../../helpers/claims/needs';
import { answersHeader, refuses } from '../../helpers/faults/vocabulary';
import { atSite } from './fixtures/site';

export default claim({
  id: 'registry.v2-endpoint',
  level: 'implied',
  lines: [[596, 599]],
  statement: 'The registry answers `GET /v2/` with status 200 and the header of the v2 API.',
  needs: [registry],
  fault: 'the registry speaks another version of the API, or asks for a password',
  faults: [
    { what: 'it asks for a password', plant: refuses('GET /v2/', 401, 'who are you?'), expect: /answer to GET/ },
    {
      what: 'it does not say which version it speaks',
      plant: answersHeader('GET /v2/', 'docker-distribution-api-version', undefined),
      expect: /Docker-Distribution-Api-Version/,
    },
  ],
  async body(tools) {
    const { verify } = tools;
    const { registry: asked } = await atSite(tools);
    const answer = verify.accepted(await asked.ping(), 'answer to GET /v2/', 200);
    verify.equal(answer.headers['docker-distribution-api-version'], 'registry/2.0', 'Docker-Distribution-Api-Version');
  },
});
