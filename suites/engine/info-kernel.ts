import { claim } from '../../helpers/claims/claim';
import { answers, drop, set } from '../../helpers/faults/vocabulary';
import { runningSystem } from './fixtures/running';

export default claim({
  id: 'engine.info.kernel',
  level: 'stated',
  lines: [[5, 9]],
  statement: "`/info` names the host's kernel, operating system and architecture.",
  fault: 'the engine names a kernel or an architecture that its containers do not run on, or no operating system',
  faults: [
    {
      what: 'another kernel is named',
      plant: answers('GET /info', set('KernelVersion', '2.6.32')),
      expect: /KernelVersion/,
    },
    {
      what: 'no operating system is named',
      plant: answers('GET /info', drop('OperatingSystem')),
      expect: /OperatingSystem/,
    },
    {
      what: 'another architecture is named',
      plant: answers('GET /info', set('Architecture', 's390x')),
      expect: /Architecture/,
    },
    {
      what: 'another type of system is named',
      plant: answers('GET /info', set('OSType', 'windows')),
      expect: /OSType/,
    },
  ],
  async body({ engine, facts, verify, use }) {
    const [info, { kernel, release, machine }] = await Promise.all([engine.info(), use(runningSystem)]);
    verify.equal(info.KernelVersion, release, 'KernelVersion, against `uname -r` in a container');
    verify.equal(info.OSType, kernel.toLowerCase(), 'OSType, against `uname -s` in a container');
    verify.matches(info.OperatingSystem, /\S/, 'OperatingSystem');
    // Docker writes it as the kernel does, Podman as Go does.
    const names = [machine, facts.arch];
    verify.that(names.includes(info.Architecture), 'Architecture', names.join(' or '), info.Architecture);
  },
});
