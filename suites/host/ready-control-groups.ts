/** Controllers of control groups that containers are limited by: seen by what they hold a container to. */
import { claim, type Lines } from '../../helpers/claims/claim';
import { logs } from '../../helpers/faults/vocabulary';
import { LIMITS, sight } from './fixtures/sight';

interface Controller {
  readonly name: 'cpu' | 'memory' | 'pids';
  readonly lines: readonly Lines[];
  /** As the look names it. */
  readonly said: string;
  readonly of: string;
  /** What stands in the container's group. */
  readonly held: string;
}

const CONTROLLERS: readonly Controller[] = [
  {
    name: 'cpu',
    lines: [[478, 478]],
    said: 'cpu',
    of: 'processor time',
    held: `${LIMITS.cpu.quota} ${LIMITS.cpu.period}`,
  },
  {
    name: 'memory',
    lines: [
      [479, 479],
      [506, 506],
    ],
    said: 'memory',
    of: 'memory',
    held: String(LIMITS.memory),
  },
  { name: 'pids', lines: [[478, 479]], said: 'processes', of: 'processes', held: String(LIMITS.processes) },
];

export default CONTROLLERS.map(({ name, lines, said, of, held }) =>
  claim({
    id: `host.ready.cgroup.${name}`,
    level: 'implied',
    lines,
    statement: `A container that is given a limit of ${of} is held to it by the kernel (controller ${name}).`,
    fault: `the controller ${name} is off, as by a boot parameter, or was not handed to the engine, which drops the limit`,
    faults: [
      {
        what: 'the controller is not there',
        plant: logs((shown) => shown.replace(new RegExp(`^${said} .*$`, 'm'), said)),
        expect: new RegExp(`limit of ${of}`),
      },
      {
        what: 'the limit is dropped',
        plant: logs((shown) => shown.replace(new RegExp(`^${said} .*$`, 'm'), `${said} max`)),
        expect: new RegExp(`limit of ${of}`),
      },
    ],
    async body({ use, verify }) {
      const seen = await use(sight);
      verify.equal(seen.said(said), held, `the limit of ${of} in the control group of a container`);
    },
  }),
);
