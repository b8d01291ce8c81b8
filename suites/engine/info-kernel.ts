import { claim } from '../../helpers/claims/claim';
import { runningSystem } from './fixtures/running';

export default claim({
  id: 'engine.info.kernel',
  level: 'stated',
  lines: [[5, 9]],
  statement: "`/info` names the host's kernel, operating system and architecture.",
  fault: 'the engine names a kernel or an architecture that its containers do not run on, or no operating system',
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
