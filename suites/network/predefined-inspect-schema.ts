/** The shape of what the engine says of the networks host and none. */
import type { EngineChange } from '../../helpers/claims/changes';
import { claim } from '../../helpers/claims/claim';
import { NO_ADDRESSES_IS_NULL } from '../../helpers/drift/known/docker-networks-volumes';
import { answers, drop, set } from '../../helpers/faults/vocabulary';

const PREDEFINED = /^GET \/networks\/(host|none)$/;
const ADDRESSES = ['/IPAM/Config'];

const NO_SUCH_NETWORKS: EngineChange = {
  vendor: 'podman',
  engine: '>=3.0.1',
  why: 'host and none are modes, and no networks',
  reference: 'measured on 3.0.1, 4.3.1, 5.4.2 and 5.8.6',
};

export default [
  claim({
    id: 'network.predefined.inspect-schema',
    level: 'implied',
    lines: [[50, 56]],
    statement: 'The inspect output of the networks host and none has the shape of API v1.23, their addresses apart.',
    changes: [NO_SUCH_NETWORKS],
    fault: 'the engine sends null for what these networks have none of, as containers',
    faults: [
      {
        what: 'there are none',
        plant: answers(PREDEFINED, drop('Containers')),
        expect: /host: .*\/Containers: .* absent/,
      },
      {
        what: 'options of none are null',
        plant: answers('GET /networks/none', set('Options', null)),
        expect: /none: .*\/Options: expected an object/,
      },
    ],
    async body({ engine, verify }) {
      for (const name of ['host', 'none']) {
        const answer = verify.accepted(await engine.get(`/networks/${name}`), `inspect of ${name}`, 200);
        verify.conforms('network-inspect', answer.json, `the inspect output of ${name}`, { not: ADDRESSES });
      }
    },
  }),
  claim({
    id: 'network.predefined.inspect-schema.addresses',
    level: 'implied',
    lines: [[50, 56]],
    statement: 'The inspect output of the networks host and none shows that they have no addresses: an empty list.',
    changes: [NO_ADDRESSES_IS_NULL, NO_SUCH_NETWORKS],
    fault: 'the engine sends null for the addresses that these networks have none of',
    faults: [
      { what: 'it is null', plant: answers(PREDEFINED, set('IPAM.Config', null)), expect: /expected an array/ },
      { what: 'it is missing', plant: answers('GET /networks/none', drop('IPAM.Config')), expect: /none.* absent/ },
    ],
    async body({ engine, verify }) {
      for (const name of ['host', 'none']) {
        const answer = verify.accepted(await engine.get(`/networks/${name}`), `inspect of ${name}`, 200);
        verify.conforms('network-inspect', answer.json, `the addresses of ${name}`, { only: ADDRESSES });
      }
    },
  }),
];
