/** A bound directory, changed from the host itself. */
import { join } from 'node:path';
import { claim } from '../../helpers/claims/claim';
import { host } from '../../helpers/claims/needs';
import { drop, mishears, prints } from '../../helpers/faults/vocabulary';

export default claim({
  id: 'volume.bind.live-both-ways.from-host',
  level: 'implied',
  lines: [
    [301, 309],
    [322, 322],
  ],
  statement: 'A file written on the host shows in the container that has its directory bound, and the other way round.',
  needs: [host],
  fault: 'the engine binds another directory than the one on its host that was named',
  faults: [
    {
      what: 'nothing is bound',
      plant: mishears('POST /containers/create', drop('HostConfig.Binds')),
      expect: /the file of the host/,
    },
    {
      what: 'what the host removes stays',
      plant: prints(/^ls -A/, (shown) => `${shown}from-host\n`),
      expect: /after the host removed/,
    },
  ],
  async body({ engine, host: ofEngine, make, verify }) {
    // Where the engine maps root of the container to another user, that user gets in and writes, too.
    const directory = await ofEngine.directory();
    // z: where the host has SELinux the directory is labelled for containers; elsewhere it means nothing.
    const container = await make.container({ network: 'host', binds: [`${directory}:/opt/webapp:z`] });
    await ofEngine.write(join(directory, 'from-host'), 'one\n');
    const script = 'cat /opt/webapp/from-host; echo two > /opt/webapp/from-container';
    const first = await engine.exec(container, ['sh', '-c', script]);
    verify.equal(first.stdout, 'one\n', 'the file of the host, in the container');
    const here = await ofEngine.read(join(directory, 'from-container'));
    verify.equal(here, 'two\n', 'the file of the container, on the host');
    await ofEngine.remove(join(directory, 'from-host'));
    const second = await engine.exec(container, ['ls', '-A', '/opt/webapp']);
    verify.equal(second.stdout, 'from-container\n', 'the files in the container after the host removed its own');
  },
});
