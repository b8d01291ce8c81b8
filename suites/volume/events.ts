import { claim } from '../../helpers/claims/claim';
import { tooSlowFor } from '../../helpers/engine/in-time';
import type { EngineEvent } from '../../helpers/engine/responses';
import { delaysEvents, inventsEvents, losesEvents } from '../../helpers/faults/vocabulary';
import { runScript } from './fixtures/run-script';

/** The engine is given this long to tell the last event of the volume. */
const EVENTS_SECONDS = 15;

/**
 * The actions on one volume. Later engines tell of create again when a container first has it, and their filter lets those pass
 * whose names only begin so (measured on 20.10.24: `ec-x-27` where `ec-x-2` is asked for).
 */
function actionsOn(volume: string, events: readonly EngineEvent[]): (string | undefined)[] {
  const actions = events.filter((event) => event.Actor?.ID === volume).map((event) => event.Action);
  return actions.filter((action, index) => action !== actions[index - 1]);
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
  faults: [
    { what: 'the unmount is not told', plant: losesEvents('unmount'), expect: /actions of the events/ },
    {
      what: 'the unmount is told when the volume is gone',
      plant: delaysEvents('unmount', 'destroy'),
      expect: /actions of the events/,
    },
    {
      what: 'the mount is told before the creation',
      plant: delaysEvents('create', 'mount'),
      expect: /actions of the events/,
    },
    { what: 'a second mount is told', plant: inventsEvents('unmount', 'mount'), expect: /actions of the events/ },
  ],
  async body({ engine, make, verify }) {
    const name = make.name();
    const gone = (events: readonly EngineEvent[]) => actionsOn(name, events).includes('destroy');
    const begun = performance.now();
    const watching = engine.watchEvents(await engine.now(), { type: ['volume'], volume: [name] }, gone, EVENTS_SECONDS);
    verify.accepted(await engine.post('/volumes/create', { body: { Name: name } }), 'creation of the volume');
    const { container } = await runScript({ engine, make }, 'true', { binds: [`${name}:/data`] });
    verify.accepted(await engine.remove(container), 'removal of the container');
    verify.accepted(await engine.delete(`/volumes/${name}`), 'removal of the volume');
    const tooSlow = tooSlowFor(begun, EVENTS_SECONDS);
    const events = await watching;
    if (tooSlow !== undefined && !gone(events)) throw tooSlow;
    const seen = actionsOn(name, events);
    verify.equal(seen, ['create', 'mount', 'unmount', 'destroy'], 'actions of the events of the volume');
  },
});
