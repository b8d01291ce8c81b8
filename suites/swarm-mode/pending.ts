/** Swarm mode, which came with Docker 1.12 (the document's part 7, Q3): catalogued, not yet tried. */
import { pending } from '../../helpers/claims/claim';
import { api, cluster } from '../../helpers/claims/needs';

/** API 1.24 is the one of Docker 1.12. */
const swarmMode = api('>=1.24');
const swarm = cluster('swarm');
const hosts2 = cluster('hosts2');

export default pending('swarm-mode', [
  {
    id: 'swarm-mode.init-join',
    level: 'stated',
    lines: [
      [682, 683],
      [699, 700],
    ],
    statement:
      'Init makes an engine the manager of a new swarm, join makes another its worker, and both are listed ready.',
    needs: [swarmMode, hosts2],
  },
  {
    id: 'swarm-mode.service.create',
    level: 'stated',
    lines: [[702, 702]],
    statement: 'A service created with one replica gets a task that runs.',
    needs: [swarmMode, swarm],
  },
  {
    id: 'swarm-mode.service.inspect-ls-ps',
    level: 'stated',
    lines: [[703, 705]],
    statement: 'A service is shown by the service list, by its inspect output and by the list of its tasks.',
    needs: [swarmMode, swarm],
  },
  {
    id: 'swarm-mode.service.scale',
    level: 'stated',
    lines: [[706, 706]],
    statement: 'Scaled up or down, a service reaches the number of running tasks that was asked for.',
    needs: [swarmMode, swarm],
  },
  {
    id: 'swarm-mode.service.rm',
    level: 'stated',
    lines: [[707, 707]],
    statement: 'With a service its tasks and their containers are removed.',
    needs: [swarmMode, swarm],
  },
  {
    id: 'swarm-mode.service.rolling-update',
    level: 'stated',
    lines: [[709, 711]],
    statement: 'An update with parallelism 1 replaces the tasks one at a time, with the delay between them.',
    needs: [swarmMode, swarm],
  },
  {
    id: 'swarm-mode.node.drain',
    level: 'stated',
    lines: [[713, 714]],
    statement: 'The tasks of a drained node move to others, and none is scheduled on it.',
    needs: [swarmMode, swarm, hosts2],
  },
  {
    id: 'swarm-mode.node.activate',
    level: 'stated',
    lines: [[715, 716]],
    statement: 'A node that is active again takes tasks again.',
    needs: [swarmMode, swarm, hosts2],
  },
  {
    id: 'swarm-mode.overlay-cross-host',
    level: 'implied',
    lines: [[684, 684]],
    statement: 'An overlay network of a swarm needs no store and joins containers of different hosts.',
    needs: [swarmMode, swarm, hosts2],
  },
  {
    id: 'swarm-mode.vip-balances',
    level: 'implied',
    lines: [[684, 684]],
    statement: 'The virtual address of a service reaches every one of its replicas.',
    needs: [swarmMode, swarm, cluster('ip_vs')],
  },
]);
