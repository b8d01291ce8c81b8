/** The shape of what the engine says of itself. */
import { claim } from '../../helpers/claims/claim';
import {
  NO_CLUSTER_STORE,
  NO_EXECUTION_DRIVER,
  NO_EXECUTION_DRIVER_AT_ALL,
  NO_KERNEL_MEMORY,
} from '../../helpers/drift/known/docker-engine';
import { NULLS_OF_3 } from '../../helpers/drift/known/podman-3';
import { PODMAN_INFO, PODMAN_NO_KERNEL_MEMORY } from '../../helpers/drift/known/podman-engine';
import { answers, drop, rename, retype, set } from '../../helpers/faults/vocabulary';

const CLUSTER_STORE = ['/{SystemStatus,ClusterStore,ClusterAdvertise}'];
const EXECUTION_DRIVER = ['/ExecutionDriver'];
/** An engine keeps the id that its root had: what it looks like goes by the age of the root, and not of the engine. */
const ID = ['/ID'];

export default [
  claim({
    id: 'engine.version.schema',
    level: 'implied',
    lines: [[34, 40]],
    statement: '`/version` has the shape of API v1.23.',
    fault: 'a field of v1.23 is missing from /version, or has another type',
    faults: [
      { what: 'a field is missing', plant: answers('GET /version', drop('Arch')), expect: /\/Arch: .* absent/ },
      {
        what: 'a field has another name',
        plant: answers('GET /version', rename('GitCommit', 'Commit')),
        expect: /\/GitCommit: .* absent/,
      },
      {
        what: 'the API version has another format',
        plant: answers('GET /version', set('ApiVersion', 'latest')),
        expect: /\/ApiVersion/,
      },
    ],
    async body({ engine, verify }) {
      verify.conforms('version', await engine.version(), '/version');
    },
  }),
  claim({
    id: 'engine.info.schema',
    level: 'implied',
    lines: [[5, 9]],
    statement: '`/info` has the shape of API v1.23, id, execution driver and cluster store apart.',
    changes: [NULLS_OF_3, NO_KERNEL_MEMORY, PODMAN_NO_KERNEL_MEMORY],
    fault: 'a field of v1.23 is missing from /info, or has another type',
    faults: [
      { what: 'a field is missing', plant: answers('GET /info', drop('NFd')), expect: /\/NFd: .* absent/ },
      {
        what: 'a number is told as text',
        plant: answers('GET /info', retype('MemTotal')),
        expect: /\/MemTotal: expected an integer/,
      },
      {
        what: 'a part of it is null',
        plant: answers('GET /info', set('Plugins', null)),
        expect: /\/Plugins: expected an object/,
      },
    ],
    async body({ engine, verify }) {
      verify.conforms('info', await engine.info(), '/info', { not: [...CLUSTER_STORE, ...EXECUTION_DRIVER, ...ID] });
    },
  }),
  claim({
    id: 'engine.info.schema.cluster-store',
    level: 'implied',
    lines: [[226, 246]],
    statement: '`/info` tells the store of a cluster and the address in it, empty where there is none.',
    changes: [NO_CLUSTER_STORE, PODMAN_INFO],
    fault: 'the engine leaves out where it looks for its cluster',
    faults: [
      { what: 'the store is missing', plant: answers('GET /info', drop('ClusterStore')), expect: /\/ClusterStore/ },
    ],
    async body({ engine, verify }) {
      verify.conforms('info', await engine.info(), 'the store of a cluster in /info', { only: CLUSTER_STORE });
    },
  }),
  claim({
    id: 'engine.info.schema.execution-driver',
    level: 'implied',
    lines: [[5, 9]],
    statement: '`/info` names the execution driver.',
    changes: [NO_EXECUTION_DRIVER, NO_EXECUTION_DRIVER_AT_ALL, PODMAN_INFO],
    fault: 'the engine leaves out the execution driver',
    faults: [
      { what: 'it is missing', plant: answers('GET /info', drop('ExecutionDriver')), expect: /\/ExecutionDriver/ },
    ],
    async body({ engine, verify }) {
      verify.conforms('info', await engine.info(), 'the execution driver in /info', { only: EXECUTION_DRIVER });
    },
  }),
];
