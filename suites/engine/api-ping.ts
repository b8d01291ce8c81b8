import { claim } from '../../helpers/claims/claim';
import { answersText, refuses } from '../../helpers/faults/vocabulary';

export default claim({
  id: 'engine.api.ping',
  level: 'implied',
  lines: [[22, 40]],
  statement: 'An engine that is up answers `/_ping` with OK, with and without a version in the path.',
  fault: 'the engine takes calls and tells every health check that it is down',
  faults: [
    { what: 'every health check is told that the engine is down', plant: refuses('GET /_ping', 503), expect: /_ping/ },
    { what: 'the answer is another text', plant: answersText('GET /_ping', 'starting'), expect: /the answer of/ },
  ],
  async body({ engine, verify }) {
    for (const apiVersion of [engine.apiVersion, null]) {
      const answer = await engine.get('/_ping', { apiVersion });
      verify.accepted(answer, `GET ${answer.path}`, 200);
      verify.equal(answer.text.trim(), 'OK', `the answer of ${answer.path}`);
    }
  },
});
