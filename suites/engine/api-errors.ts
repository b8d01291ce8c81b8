import { apiInRange } from '../../helpers/claims/changes';
import { claim } from '../../helpers/claims/claim';
import { answersHeader, refusesSaying, refusesWith } from '../../helpers/faults/vocabulary';

export default claim({
  id: 'engine.api.errors-are-readable',
  level: 'implied',
  lines: [[223, 223]],
  statement: 'An error has the right status and a message: text below API 1.24, JSON with `message` since.',
  fault: 'the engine answers an error with status 200 or 500, with no words, or in the form of the other API versions',
  faults: [
    { what: 'an error has no words', plant: refusesSaying('GET /networks/*', ''), expect: /: message/ },
    {
      what: 'a missing volume is answered with 500',
      plant: refusesWith('GET /volumes/*', 500),
      expect: /volumes.*: status/,
    },
    {
      what: 'errors have the type of a page',
      plant: answersHeader('GET /exec/*/json', 'content-type', 'text/html'),
      expect: /Content-Type/,
    },
  ],
  async body({ engine, make, image, verify }) {
    const present = await engine.get(`/images/${image}/json`);
    verify.accepted(present, 'an image that is there', 200);
    const missing = make.name();
    const paths = [
      `/containers/${missing}/json`,
      `/networks/${missing}`,
      `/volumes/${missing}`,
      `/images/${missing}/json`,
      `/exec/${missing}/json`,
    ];
    const asJson = apiInRange(engine.apiVersion, '>=1.24');
    for (const path of paths) {
      const answer = await engine.get(path);
      verify.refused(answer, { status: [404] }, `GET ${path} of something missing`);
      const type = answer.headers['content-type'];
      verify.matches(type, asJson ? /^application\/json/ : /^text\/plain/, `Content-Type of the error of ${path}`);
      const isObject = typeof answer.json === 'object' && answer.json !== null && 'message' in answer.json;
      verify.equal(isObject, asJson, `whether the error of ${path} is JSON with a message`);
    }
  },
});
