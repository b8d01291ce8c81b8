import { claim } from '../../helpers/claims/claim';
import { accepts, refusesWith } from '../../helpers/faults/vocabulary';
import { ON_HOST } from './fixtures/running';

export default claim({
  id: 'engine.container.missing-refused',
  level: 'implied',
  lines: [
    [102, 102],
    [146, 146],
    [176, 176],
  ],
  statement: 'Whatever is asked of a container that does not exist is refused with 404 and a message.',
  fault: 'the engine answers success, or 500, to a call for a container that it does not have',
  faults: [
    {
      what: 'stopping nobody is answered as done',
      plant: accepts('POST /containers/*/stop', 204),
      expect: /stop: expected refused/,
    },
    {
      what: 'removing nobody is answered with 500',
      plant: refusesWith('DELETE /containers/*', 500),
      expect: /DELETE.*status/,
    },
    {
      what: 'waiting for nobody ends with 0',
      plant: accepts('POST /containers/*/wait', 200, { StatusCode: 0 }),
      expect: /wait: expected refused/,
    },
  ],
  async body({ engine, make, verify }) {
    const missing = make.name();
    const path = `/containers/${missing}`;
    const answers = await Promise.all([
      engine.get(`${path}/json`),
      engine.get(`${path}/logs`, { query: { stdout: 1 } }),
      engine.post(`${path}/start`),
      engine.post(`${path}/stop`),
      engine.post(`${path}/kill`),
      engine.post(`${path}/wait`),
      engine.post(`${path}/exec`, { body: { Cmd: ['true'], AttachStdout: true } }),
      engine.delete(path),
    ]);
    for (const answer of answers) {
      verify.refused(answer, { status: [404], message: /container/i }, `${answer.method} ${answer.path}`);
    }
    const container = await make.created(ON_HOST);
    verify.accepted(await engine.get(`/containers/${container.id}/json`), 'inspect of one that exists', 200);
  },
});
