/** `docker network ls -f`. */
import { claim } from '../../helpers/claims/claim';
import type { ClaimTools } from '../../helpers/claims/tools';
import type { NetworkInspect } from '../../helpers/engine/responses';
import { answers, drop, mishearsQuery } from '../../helpers/faults/vocabulary';
import { emptyBridge } from './fixtures/empty-bridge';

export default [
  claim({
    id: 'network.list.name-filter-partial',
    level: 'implied',
    lines: [[265, 267]],
    statement: 'The list filtered by name shows the networks that have the text anywhere in their name, and no others.',
    fault: 'the engine passes over the filter, or looks for the whole name only',
    faults: [
      {
        what: 'the filter is passed over',
        plant: mishearsQuery('GET /networks', { filters: null }),
        expect: /that do not have/,
      },
      { what: 'the name must be whole', plant: answers('GET /networks', drop('*')), expect: /in their name/ },
    ],
    async body(tools) {
      const network = await tools.use(emptyBridge);
      const part = network.name.slice(3);
      const listed = await list(tools, { name: [part] });
      tools.verify.contains(
        listed.map((each) => each.Id),
        network.id,
        `the networks with ${part} in their name`,
      );
      const others = listed.filter((each) => !each.Name?.includes(part)).map((each) => each.Name);
      tools.verify.equal(others, [], `the networks listed that do not have ${part} in their name`);
    },
  }),
  claim({
    id: 'network.list.type-filter',
    level: 'implied',
    lines: [[50, 56]],
    statement: 'The list filtered by type tells the built-in networks from those that users made.',
    changes: [
      {
        vendor: 'podman',
        engine: '>=4.3.1',
        why: 'It has no filter of that name.',
        reference: 'measured on 4.3.1, 5.4.2 and 5.8.6',
      },
    ],
    fault: 'the engine passes over the filter, or counts a network on the wrong side',
    faults: [
      {
        what: 'the filter is passed over',
        plant: mishearsQuery('GET /networks', { filters: null }),
        expect: /the custom networks|the built-in networks/,
      },
      {
        what: 'networks of users count as built in',
        plant: mishearsQuery('GET /networks', { filters: '{"type":["builtin"]}' }),
        expect: /the custom networks/,
      },
    ],
    async body(tools) {
      const network = await tools.use(emptyBridge);
      // One after the other: an engine that refuses both would else be told by either.
      const builtin = await list(tools, { type: ['builtin'] });
      const custom = await list(tools, { type: ['custom'] });
      const ofUsers = custom.map((each) => each.Name);
      tools.verify.contains(ofUsers, network.name, 'the custom networks');
      for (const name of ['bridge', 'host', 'none']) tools.verify.excludes(ofUsers, name, 'the custom networks');
      tools.verify.equal(builtin.map((each) => each.Name).sort(), ['bridge', 'host', 'none'], 'the built-in networks');
    },
  }),
];

async function list({ engine, verify }: ClaimTools, filters: Record<string, string[]>): Promise<NetworkInspect[]> {
  const answer = await engine.get('/networks', { query: { filters } });
  verify.accepted(answer, `GET /networks with ${JSON.stringify(filters)}`, 200);
  verify.that(Array.isArray(answer.json), 'the answer', 'a list', answer.text.slice(0, 200));
  return answer.json as NetworkInspect[];
}
