import { claim } from '../../helpers/claims/claim';
import { answers, drop, refuses } from '../../helpers/faults/vocabulary';
import { ask, gotIn, seen } from './attempt';
import { plainTcp } from './needs';

export default claim({
  id: 'remote-api.plain-is-open',
  level: 'stated',
  lines: [
    [407, 410],
    [657, 659],
  ],
  statement: 'An engine on plain TCP lets in whoever can connect, without asking who it is.',
  needs: [plainTcp],
  fault: 'the engine asks for a password, or tells nothing to a stranger',
  faults: [
    { what: 'it asks for a password', plant: refuses('GET /version', 401, 'who are you?'), expect: /a stranger/ },
    { what: 'it tells a stranger nothing', plant: answers('GET /version', drop('ApiVersion')), expect: /a stranger/ },
    { what: 'a stranger may not see', plant: refuses('GET /containers/json', 403), expect: /the list of containers/ },
  ],
  async body(tools) {
    const { callsAt, facts, verify } = tools;
    // A connection of its own, which shows nothing of who it is.
    const attempt = await ask(tools, facts.endpoint, 'a stranger');
    verify.that(gotIn(attempt), 'a stranger', 'let in', seen(attempt));
    const engine = await callsAt(facts.endpoint, 'a stranger');
    verify.accepted(await engine.get('/containers/json'), 'the list of containers, to a stranger');
  },
});
