/** Binds that no engine may accept. */
import { claim } from '../../helpers/claims/claim';
import type { ClaimTools } from '../../helpers/claims/tools';
import { mishears, refuses, refusesSaying, set } from '../../helpers/faults/vocabulary';

/** Asks for a container with these binds, which is removed with the claim where the engine makes it. */
function create({ engine, make }: Pick<ClaimTools, 'engine' | 'make'>, binds: readonly string[]) {
  const body = make.containerBody({ network: 'host', binds });
  return engine.post('/containers/create', { query: { name: make.name() }, body });
}

/** 1.11 answers 500 to most bad input, later engines 400. */
const BAD_INPUT = [400, 500];

export default [
  claim({
    id: 'volume.bind.duplicate-destination-refused',
    level: 'implied',
    lines: [[330, 343]],
    statement: 'Two mounts at one path of a container are refused, and at two paths they are accepted.',
    fault: 'the engine mounts one of the two and says nothing of the other',
    faults: [
      {
        what: 'the second is passed over',
        plant: mishears(
          'POST /containers/create',
          set('HostConfig.Binds', (binds) => (Array.isArray(binds) ? binds.slice(0, 1) : [])),
        ),
        expect: /two mounts at .*: expected refused/,
      },
      {
        what: 'no two mounts are accepted',
        plant: refuses('POST /containers/create', 400, 'no second mount: /data'),
        expect: /mounts at .one and .two/,
      },
    ],
    async body({ engine, make, verify }) {
      const [one, two] = [await make.volume(), await make.volume()];
      const same = await create({ engine, make }, [`${one.name}:/data`, `${two.name}:/data`]);
      verify.refused(same, { status: BAD_INPUT, message: /\/data/ }, 'two mounts at /data');
      const apart = await create({ engine, make }, [`${one.name}:/one`, `${two.name}:/two`]);
      verify.accepted(apart, 'mounts at /one and /two');
    },
  }),
  claim({
    id: 'volume.bind.bad-mode-refused',
    level: 'implied',
    lines: [[309, 309]],
    statement: 'A mode that does not exist is refused, and `ro` is accepted.',
    fault: 'the engine passes over a mode that it does not know',
    faults: [
      {
        what: 'the mode is passed over',
        plant: mishears(
          'POST /containers/create',
          set('HostConfig.Binds.*', (bind) => String(bind).replace(':readable', '')),
        ),
        expect: /expected refused/,
      },
      {
        what: 'no mode is accepted',
        plant: refuses('POST /containers/create', 400, 'no mode: readable'),
        expect: /the mode "ro"/,
      },
    ],
    async body({ engine, make, verify }) {
      const { name } = await make.volume();
      const bad = await create({ engine, make }, [`${name}:/data:readable`]);
      verify.refused(bad, { status: BAD_INPUT, message: /readable/ }, 'the mode "readable"');
      verify.accepted(await create({ engine, make }, [`${name}:/data:ro`]), 'the mode "ro"');
    },
  }),
  claim({
    id: 'volume.bind.relative-destination-refused',
    level: 'implied',
    lines: [[309, 309]],
    statement: 'A path in the container that is not absolute is refused, and an absolute one is accepted.',
    fault: 'the engine mounts at a path that nobody named',
    faults: [
      {
        what: 'it is taken for an absolute one',
        plant: mishears(
          'POST /containers/create',
          set('HostConfig.Binds.*', (bind) => String(bind).replace(':webapp', ':/webapp')),
        ),
        expect: /expected refused/,
      },
      {
        what: 'the message does not name it',
        plant: refusesSaying('POST /containers/create', 'no'),
        expect: /message/,
      },
    ],
    async body({ engine, make, verify }) {
      const { name } = await make.volume();
      const relative = await create({ engine, make }, [`${name}:webapp`]);
      verify.refused(relative, { status: BAD_INPUT, message: /webapp/ }, 'the destination "webapp"');
      verify.accepted(await create({ engine, make }, [`${name}:/webapp`]), 'the destination "/webapp"');
    },
  }),
];
