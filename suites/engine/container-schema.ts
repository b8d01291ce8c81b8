/** The shapes of what the engine says of a container, at each moment of its life. */
import { claim } from '../../helpers/claims/claim';
import { NETWORK_SETTINGS_OF_29 } from '../../helpers/drift/known/docker-containers';
import { LIMITS_OF_WINDOWS } from '../../helpers/drift/known/docker-host-config';
import {
  PODMAN_HOST_CONFIG,
  PODMAN_LIST_HOST_CONFIG,
  PODMAN_NETWORK_ID,
} from '../../helpers/drift/known/podman-containers';
import { life } from './fixtures/life';

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
    changes: [NETWORK_SETTINGS_OF_29, { ...PODMAN_NETWORK_ID, engine: '>=5.0.0' }],
    fault: 'the engine leaves a field out of the inspect output when the container does not run, or sends null for it',
    async body({ use, verify }) {
      const { created, before, paused, killed } = await use(life);
      const moments = { created: created.after, running: before, paused: paused.inspect, exited: killed.inspect };
      for (const [moment, inspect] of Object.entries(moments)) {
        verify.equal(inspect.State?.Status, moment, 'State.Status');
        verify.conforms('container-inspect', inspect, `the inspect output when ${moment}`, { not: '/HostConfig' });
      }
      verify.equal(killed.inspect.State?.ExitCode, 137, 'State.ExitCode when exited');
    },
  }),
  claim({
    id: 'engine.container.inspect-schema.host-config',
    level: 'implied',
    lines: [[276, 277]],
    statement: 'HostConfig in the inspect output of a container has the shape of API v1.23.',
    changes: [LIMITS_OF_WINDOWS, PODMAN_HOST_CONFIG],
    fault: 'the engine leaves out a limit or an option that was not given, or sends null for it',
    async body({ use, verify }) {
      const { created, before } = await use(life);
      for (const [moment, inspect] of Object.entries({ created: created.after, running: before })) {
        verify.present(inspect.HostConfig, `HostConfig when ${moment}`);
        verify.conforms('container-inspect', inspect, `HostConfig when ${moment}`, { only: '/HostConfig' });
      }
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
    changes: [PODMAN_LIST_HOST_CONFIG],
    fault: 'the engine shows no state or no ports of a container that does not run',
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
