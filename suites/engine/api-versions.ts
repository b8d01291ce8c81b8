/** Which API versions the engine takes: the document's, and none outside the range that it names. */
import type { EngineChange } from '../../helpers/claims/changes';
import { claim } from '../../helpers/claims/claim';
import { accepts, answersText, refuses, refusesWith } from '../../helpers/faults/vocabulary';

const anyVersion: EngineChange = {
  vendor: 'podman',
  engine: '>=3.0.1',
  why: 'It serves whatever version the path names.',
  reference: 'measured on 3.0.1, 4.3.1, 5.4.2 and 5.8.6',
};

export default [
  claim({
    id: 'engine.api.serves-1.23',
    level: 'stated',
    lines: [
      [28, 28],
      [36, 36],
    ],
    statement: 'The engine answers under `/v1.23/`, the API version of the document.',
    changes: [
      {
        vendor: 'docker',
        engine: '>=25.0.0',
        why: 'The lowest version is 1.24 since 25.0, and 1.40 or 1.44 in 29.',
        reference: 'release notes of Docker Engine 25.0; measured on 26.1.5 and 28.5.2',
      },
    ],
    fault: 'the engine raises its lowest API version above 1.23',
    faults: [
      {
        what: 'the lowest API version is above 1.23',
        plant: refuses('GET /version', 400, 'client version 1.23 is too old'),
        expect: /version/,
      },
      { what: 'the list of containers is null', plant: answersText('GET /containers/json', 'null'), expect: /a list/ },
    ],
    async body({ engine, verify }) {
      const version = await engine.get('/version', { apiVersion: '1.23' });
      verify.accepted(version, 'GET /v1.23/version', 200);
      const list = await engine.get('/containers/json', { apiVersion: '1.23' });
      verify.accepted(list, 'GET /v1.23/containers/json', 200);
      verify.that(Array.isArray(list.json), 'GET /v1.23/containers/json', 'a list', list.text);
    },
  }),
  claim({
    id: 'engine.api.too-new-refused',
    level: 'implied',
    lines: [[28, 28]],
    statement: 'A request at a version above ApiVersion is refused with 400 and a message.',
    changes: [anyVersion],
    fault: 'the engine answers a version that it does not know as if it were its own',
    faults: [
      {
        what: 'a version that it does not know is answered',
        plant: accepts('GET /containers/json', 200, []),
        expect: /above ApiVersion: expected refused/,
      },
      { what: 'the refusal has another status', plant: refusesWith('GET /containers/json', 500), expect: /status/ },
    ],
    async body({ engine, facts, verify }) {
      const tooNew = await engine.get('/containers/json', { apiVersion: shifted(facts.apiVersion, 1) });
      verify.refused(tooNew, { status: [400], message: /version/i }, 'a version above ApiVersion');
      const newest = await engine.get('/containers/json', { apiVersion: facts.apiVersion });
      verify.accepted(newest, 'ApiVersion itself', 200);
    },
  }),
  claim({
    id: 'engine.api.too-old-refused',
    level: 'implied',
    lines: [[28, 28]],
    statement: 'A request at a version below the lowest that the engine accepts is refused with 400 and a message.',
    changes: [anyVersion],
    fault: 'the engine answers a version that it no longer keeps to',
    faults: [
      {
        what: 'a version that it no longer keeps to is answered',
        plant: accepts('GET /containers/json', 200, []),
        expect: /below the lowest: expected refused/,
      },
      { what: 'the refusal has another status', plant: refusesWith('GET /containers/json', 404), expect: /status/ },
    ],
    async body({ engine, facts, verify }) {
      const tooOld = await engine.get('/containers/json', { apiVersion: shifted(facts.minApiVersion, -1) });
      verify.refused(tooOld, { status: [400], message: /version/i }, 'a version below the lowest');
      const oldest = await engine.get('/containers/json', { apiVersion: facts.minApiVersion });
      verify.accepted(oldest, 'the lowest version itself', 200);
    },
  }),
];

/** The API version some minor steps on: 1 above 1.41 is 1.42. */
function shifted(version: string, steps: number): string {
  const [major = '1', minor = '0'] = version.split('.');
  return `${major}.${Number(minor) + steps}`;
}
