import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { claim } from '../../helpers/claims/claim';
import { ownEngine, root, thisHost } from '../../helpers/claims/needs';
import { mishears, set, swallows } from '../../helpers/faults/vocabulary';
import { runScript } from './fixtures/run-script';
import { sight } from './fixtures/sight';
import { serveVolumePlugin } from './fixtures/volume-plugin';

const STEPS = ['VolumeDriver.Create', 'VolumeDriver.Mount', 'VolumeDriver.Unmount', 'VolumeDriver.Remove'];

export default claim({
  id: 'volume.plugin.contract',
  level: 'implied',
  lines: [[313, 314]],
  statement: 'A volume plugin is found by its name, and asked to create, mount, unmount and remove its volume.',
  needs: [thisHost, root, ownEngine],
  changes: [
    {
      vendor: 'podman',
      engine: '*',
      why: 'Podman knows only the volume plugins that its configuration names, and looks for none on its host',
      reference: 'containers.conf(5), engine.volume_plugins; measured on 5.8.6',
    },
  ],
  fault: 'the engine does not find the plugin, or never tells it that a volume is no longer used',
  faults: [
    {
      what: 'the plugin is never asked to remove',
      plant: swallows('DELETE /volumes/*', 204),
      expect: /what the plugin was asked/,
    },
    {
      what: 'a local volume is made instead',
      plant: mishears('POST /volumes/create', set('Driver', 'local')),
      expect: /the file of the plugin/,
    },
  ],
  async body({ engine, facts, make, verify }) {
    const [name, driver, directory] = [make.name(), make.name(), await make.directory()];
    await chmod(directory, 0o777);
    await writeFile(join(directory, 'from-plugin'), 'plugin\n', { mode: 0o644 });
    const plugin = await serveVolumePlugin(driver, directory, facts);
    try {
      const body = { Name: name, Driver: driver };
      const created = await plugin.findable(() => engine.post('/volumes/create', { body }));
      verify.accepted(created, 'creating a volume of the driver');
      const script = 'cat /data/from-plugin; echo container > /data/from-container';
      const { container, lines } = await runScript({ engine, make }, script, { binds: [`${name}:/data`] });
      verify.equal(lines, ['plugin'], 'the file of the plugin, in the container');
      const written = await sight(readFile(join(directory, 'from-container'), 'utf8'));
      verify.equal(written, 'container\n', 'the file of the container, where the plugin keeps the volume');
      verify.accepted(await engine.remove(container), 'removal of the container');
      verify.accepted(await engine.delete(`/volumes/${name}`), 'removal of the volume');
      const steps = plugin.calls.filter(({ method, request }) => STEPS.includes(method) && request.Name === name);
      const [, mount, unmount] = steps;
      verify.equal(
        steps.map(({ method }) => method),
        STEPS,
        'what the plugin was asked to do with the volume',
      );
      verify.equal(unmount?.request.ID, mount?.request.ID, 'ID of the unmount, which is that of the mount');
    } finally {
      await plugin.retire();
    }
  },
});
