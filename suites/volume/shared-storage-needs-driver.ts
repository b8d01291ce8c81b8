import { claim } from '../../helpers/claims/claim';

export default claim({
  id: 'volume.shared-storage-needs-driver',
  level: 'stated',
  lines: [[313, 314]],
  statement: 'A volume of a driver that is not installed is refused with an error that names the driver, and not made.',
  fault: 'the engine makes a local volume where another driver was asked for, or says nothing of the driver',
  // Docker of every version looks for a plugin again and again, with growing pauses, before it says no: 15 s in all.
  limitMs: 40_000,
  async body({ engine, make, verify }) {
    const [name, driver] = [make.name(), make.name()];
    const refused = await engine.post('/volumes/create', { body: { Name: name, Driver: driver }, limitMs: 35_000 });
    verify.refused(refused, { status: [400, 404, 500], message: new RegExp(driver) }, 'a volume of an unknown driver');
    verify.equal((await engine.get(`/volumes/${name}`)).status, 404, 'status of its inspect');
    verify.accepted(await engine.post('/volumes/create', { body: { Name: name, Driver: 'local' } }), 'a local volume');
  },
});
