/** The shapes of what the engine says of a container, at each moment of its life. */
import { claim } from '../../helpers/claims/claim';
import { NETWORK_SETTINGS_OF_29 } from '../../helpers/drift/known/docker-containers';
import { LIMITS_OF_WINDOWS } from '../../helpers/drift/known/docker-host-config';
import { BARE_IMAGE_IDS } from '../../helpers/drift/known/podman-3';
import {
  PODMAN_HOST_CONFIG,
  PODMAN_LIST_HOST_CONFIG,
  PODMAN_NETWORK_ID,
} from '../../helpers/drift/known/podman-containers';
import { answers, drop, nth, rename, retype, set } from '../../helpers/faults/vocabulary';
import { inState } from './faults';
import { life } from './fixtures/life';

const INSPECT = 'GET /containers/*/json';
const LIST = 'GET /containers/json';

/** It has claims of its own. */
const HOST_CONFIG = ['/HostConfig/**'];
/** What later engines leave out where it was not given, or do not have. */
const LIMITS = ['/HostConfig/{BlkioIOps,BlkioBps,SandboxSize,DiskQuota,KernelMemory,StorageOpt}'];

export default [
  claim({
    id: 'engine.container.create-schema',
    level: 'implied',
    lines: [
      [59, 59],
      [144, 144],
    ],
    statement: 'The answers to the creation of a container, and to waiting for its end, have the shape of API v1.23.',
    fault: 'the engine leaves out the warnings of a creation, or tells the exit status as a text',
    faults: [
      {
        what: 'no warnings are told',
        plant: answers('POST /containers/create', drop('Warnings')),
        expect: /\/Warnings: .* absent/,
      },
      {
        // The second one: the first is asked for the status itself.
        what: 'the exit status is told as text',
        plant: nth(2, answers('POST /containers/*/wait', retype('StatusCode'))),
        expect: /\/StatusCode: expected an integer/,
      },
    ],
    async body({ use, verify }) {
      const { created, killed } = await use(life);
      verify.conforms('container-create', created.answer.json, 'the answer to create');
      verify.conforms('container-wait', killed.waited.json, 'the answer to wait');
    },
  }),
  claim({
    id: 'engine.container.inspect-schema',
    level: 'implied',
    lines: [
      [155, 161],
      [276, 289],
    ],
    statement:
      'The inspect output of a container that is created, runs, is paused or ended with an error has the shape of ' +
      'API v1.23, its HostConfig apart.',
    changes: [BARE_IMAGE_IDS, NETWORK_SETTINGS_OF_29, { ...PODMAN_NETWORK_ID, engine: '>=5.0.0' }],
    fault: 'the engine leaves a field out of the inspect output when the container does not run, or sends null for it',
    faults: [
      {
        what: 'a field is missing of what never ran',
        plant: answers(INSPECT, inState('created', drop('NetworkSettings.SandboxKey'))),
        expect: /when created: .*\/SandboxKey: .* absent/,
      },
      {
        what: 'a field is null of what runs',
        plant: answers(INSPECT, inState('running', set('Mounts', null))),
        expect: /when running: .*\/Mounts: expected an array/,
      },
      {
        what: 'a field has another name of what is paused',
        plant: answers(INSPECT, inState('paused', rename('LogPath', 'Log'))),
        expect: /when paused: .*\/LogPath: .* absent/,
      },
      {
        what: 'a time has another format of what has ended',
        plant: answers(INSPECT, inState('exited', set('State.FinishedAt', '1.1.2016'))),
        expect: /when exited: .*\/FinishedAt/,
      },
    ],
    async body({ use, verify }) {
      const { created, before, paused, killed } = await use(life);
      const moments = { created: created.after, running: before, paused: paused.inspect, exited: killed.inspect };
      for (const [moment, inspect] of Object.entries(moments)) {
        verify.equal(inspect.State?.Status, moment, 'State.Status');
        verify.conforms('container-inspect', inspect, `the inspect output when ${moment}`, { not: HOST_CONFIG });
      }
      verify.equal(killed.inspect.State?.ExitCode, 137, 'State.ExitCode when exited');
    },
  }),
  claim({
    id: 'engine.container.inspect-schema.host-config',
    level: 'implied',
    lines: [[276, 277]],
    statement:
      'HostConfig in the inspect output of a container has the shape of API v1.23, its storage options and limits of ' +
      'Windows, disk and kernel memory apart.',
    fault: 'the engine leaves out a limit or an option that was not given, or sends null for it',
    faults: [
      {
        what: 'a limit is missing',
        plant: answers(INSPECT, drop('HostConfig.MemorySwap')),
        expect: /\/HostConfig\/MemorySwap: .* absent/,
      },
      {
        what: 'a limit is told as text',
        plant: answers(INSPECT, retype('HostConfig.CpuShares')),
        expect: /\/HostConfig\/CpuShares: expected an integer/,
      },
      {
        what: 'the restart policy is none that there is',
        plant: answers(INSPECT, set('HostConfig.RestartPolicy.Name', 'sometimes')),
        expect: /\/RestartPolicy\/Name/,
      },
      { what: 'there is none', plant: answers(INSPECT, drop('HostConfig')), expect: /HostConfig when created/ },
    ],
    async body({ use, verify }) {
      const { created, before } = await use(life);
      for (const [moment, inspect] of Object.entries({ created: created.after, running: before })) {
        verify.present(inspect.HostConfig, `HostConfig when ${moment}`);
        verify.conforms('container-inspect', inspect, `HostConfig when ${moment}`, { only: HOST_CONFIG, not: LIMITS });
      }
    },
  }),
  claim({
    id: 'engine.container.inspect-schema.host-config-limits',
    level: 'implied',
    lines: [[276, 277]],
    statement:
      'HostConfig in the inspect output of a container shows storage options and limits of Windows, disk and kernel ' +
      'memory, given or not.',
    changes: [LIMITS_OF_WINDOWS, PODMAN_HOST_CONFIG],
    fault: 'the engine leaves out limits that were not given',
    faults: [
      {
        what: 'a limit is missing',
        plant: answers(INSPECT, drop('HostConfig.DiskQuota')),
        expect: /\/HostConfig\/DiskQuota: .* absent/,
      },
    ],
    async body({ use, verify }) {
      const { before } = await use(life);
      verify.present(before.HostConfig, 'HostConfig');
      verify.conforms('container-inspect', before, 'limits in HostConfig', { only: LIMITS });
    },
  }),
  claim({
    id: 'engine.container.list-schema',
    level: 'implied',
    lines: [
      [59, 59],
      [318, 318],
    ],
    statement: 'The list of containers has the shape of API v1.23, for one that is created, is paused or has ended.',
    changes: [BARE_IMAGE_IDS, PODMAN_LIST_HOST_CONFIG],
    fault: 'the engine shows no state or no ports of a container that does not run',
    faults: [
      { what: 'it is empty', plant: answers(LIST, set('', [])), expect: /what the list shows of it when created/ },
      { what: 'no ports are shown', plant: answers(LIST, drop('*.Ports')), expect: /\/Ports: .* absent/ },
      {
        what: 'times are told as text',
        plant: answers(LIST, set('*.Created', '2016-05-01T00:00:00Z')),
        expect: /\/Created: expected an integer/,
      },
    ],
    async body({ use, verify }) {
      const { created, paused, killed, container } = await use(life);
      for (const [moment, list] of Object.entries({
        created: created.list,
        paused: paused.list,
        exited: killed.list,
      })) {
        verify.equal(
          list.map(({ Id, State }) => [Id, State]),
          [[container.id, moment]],
          `what the list shows of it when ${moment}`,
        );
        verify.conforms('container-list', list, `the list when ${moment}`);
      }
    },
  }),
];
