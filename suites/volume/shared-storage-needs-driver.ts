import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { claim } from '../../helpers/claims/claim';
import { root, thisHost } from '../../helpers/claims/needs';
import { mishears, refusesSaying, set } from '../../helpers/faults/vocabulary';
import type { TargetFacts } from '../../helpers/target/facts';
import { servePlugin } from './fixtures/plugin';
import { sight } from './fixtures/sight';

/** Where Docker looks for the sockets of plugins on its host. */
const PLUGIN_SOCKETS = '/run/docker/plugins';

/**
 * Docker of every version looks for a driver that it does not know again and again, with growing pauses, for 15 s. Where
 * this process can, it lets it find a plugin of that name which is no volume driver: then it says no at once. Of such a
 * plugin the engine keeps nothing that anybody could see.
 */
async function whileFindable<T>(driver: string, facts: TargetFacts, call: () => Promise<T>): Promise<T> {
  if ([thisHost, root].some((need) => need.absent(facts) !== null)) return call();
  const folder = await sight(stat(PLUGIN_SOCKETS).then((found) => (found.isDirectory() ? 'there' : 'a file')));
  if (folder !== 'there') return call();
  const plugin = await servePlugin(join(PLUGIN_SOCKETS, `${driver}.sock`), () => ({ Implements: [] }));
  try {
    return await call();
  } finally {
    await plugin.close();
  }
}

export default claim({
  id: 'volume.shared-storage-needs-driver',
  level: 'stated',
  lines: [[313, 314]],
  statement:
    'A volume of a driver that the engine does not have is refused with an error that names it, and is not made.',
  fault: 'the engine makes a local volume where another driver was asked for, or says nothing of the driver',
  limitMs: 40_000,
  faults: [
    {
      what: 'a local volume is made',
      plant: mishears('POST /volumes/create', set('Driver', 'local')),
      expect: /a volume of an unknown driver: expected refused/,
    },
    {
      what: 'the error does not name the driver',
      plant: refusesSaying('POST /volumes/create', 'no such driver'),
      expect: /message/,
    },
  ],
  async body({ engine, facts, make, verify }) {
    const [name, driver] = [make.name(), make.name()];
    const refused = await whileFindable(driver, facts, () =>
      engine.post('/volumes/create', { body: { Name: name, Driver: driver }, limitMs: 35_000 }),
    );
    verify.refused(refused, { status: [400, 404, 500], message: new RegExp(driver) }, 'a volume of an unknown driver');
    verify.equal((await engine.get(`/volumes/${name}`)).status, 404, 'status of its inspect');
    verify.accepted(await engine.post('/volumes/create', { body: { Name: name, Driver: 'local' } }), 'a local volume');
  },
});
