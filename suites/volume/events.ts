import { claim } from '../../helpers/claims/claim';
import type { Engine } from '../../helpers/engine/engine';
import { runScript } from './fixtures/run-script';

/** The engine's clock in unix seconds: events are asked for by it, and it may differ from the clock of this machine. */
async function engineTime(engine: Engine): Promise<number> {
  const { SystemTime } = await engine.document<{ SystemTime?: string }>('/info');
  const time = Date.parse(SystemTime ?? '');
  if (Number.isNaN(time)) throw new Error(`the engine does not say what time it is: ${SystemTime}`);
  return time / 1000;
}

export default claim({
  id: 'volume.events.order',
  level: 'implied',
  lines: [[326, 332]],
  statement: 'The events of a volume that a container uses are create, mount, unmount and destroy, in this order.',
  changes: [
    {
      vendor: 'podman',
      engine: '*',
      why: 'the events that Podman has for a volume are create and remove; a mount is none',
      reference: 'podman-events(1), "volume"; measured on 4.3.1, 5.4.2 and 5.8.6',
    },
  ],
  fault: 'the engine leaves out an event of the volume, or tells of the unmount only when the volume is gone',
  async body({ engine, make, verify }) {
    const begun = await engineTime(engine);
    const { name } = await make.volume();
    const { container } = await runScript({ engine, make }, 'true', { binds: [`${name}:/data`] });
    verify.accepted(await engine.remove(container), 'removal of the container');
    verify.accepted(await engine.delete(`/volumes/${name}`), 'removal of the volume');
    // A millisecond more, as the time is read to the millisecond and the volume went just before.
    const until = (await engineTime(engine)) + 0.001;
    const events = await engine.events(Math.floor(begun), until, { type: ['volume'], volume: [name] });
    const actions = events.map((event) => event.Action);
    // Later engines tell of create again when a container first has the volume.
    const changes = actions.filter((action, index) => action !== actions[index - 1]);
    verify.equal(changes, ['create', 'mount', 'unmount', 'destroy'], 'actions of the events of the volume');
  },
});
