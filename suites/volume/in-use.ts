/** Removing volumes: in use, free, and missing. */
import { claim } from '../../helpers/claims/claim';
import { accepts, nth, refuses, refusesWith, swallows } from '../../helpers/faults/vocabulary';

export default [
  claim({
    id: 'volume.in-use-refused',
    level: 'implied',
    lines: [[326, 326]],
    statement:
      'A volume that a container has, even one that does not run, is not removed, and is when the container is gone.',
    fault: 'the engine removes a volume as soon as no container runs with it',
    faults: [
      {
        what: 'it is answered as done',
        plant: nth(1, accepts('DELETE /volumes/*', 204)),
        expect: /while a container has it: expected refused/,
      },
      {
        what: 'it is refused, and the volume gone',
        plant: refuses('GET /volumes/*', 404),
        expect: /after the refusal/,
      },
      {
        what: 'it stays in use',
        plant: nth(2, refuses('DELETE /volumes/*', 409, 'volume is in use')),
        expect: /removal of the volume after that/,
      },
      { what: 'the refusal has another status', plant: refusesWith('DELETE /volumes/*', 500), expect: /status/ },
    ],
    async body({ engine, make, verify }) {
      const { name } = await make.volume();
      const container = await make.created({ network: 'host', binds: [`${name}:/data`] });
      const refused = await engine.delete(`/volumes/${name}`);
      verify.refused(refused, { status: [409], message: /in use|being used/i }, 'removal while a container has it');
      verify.accepted(await engine.get(`/volumes/${name}`), 'inspect of the volume after the refusal');
      verify.accepted(await engine.remove(container), 'removal of the container');
      verify.accepted(await engine.delete(`/volumes/${name}`), 'removal of the volume after that');
    },
  }),
  claim({
    id: 'volume.missing-is-404',
    level: 'implied',
    lines: [[357, 360]],
    statement: 'A volume that was removed answers 404 with its name, to inspect and to a second removal.',
    fault: 'the engine goes on showing a removed volume, or says 500 of it',
    faults: [
      { what: 'nothing is removed', plant: swallows('DELETE /volumes/*', 204), expect: /inspect after the removal/ },
      {
        what: 'it is answered with 500',
        plant: refusesWith('GET /volumes/*', 500),
        expect: /inspect after the removal: status/,
      },
      {
        what: 'a second removal is answered as done',
        plant: accepts('DELETE /volumes/*', 204),
        expect: /a second removal: expected refused/,
      },
    ],
    async body({ engine, make, verify }) {
      const { name } = await make.volume();
      verify.accepted(await engine.get(`/volumes/${name}`), 'inspect of the volume');
      verify.accepted(await engine.delete(`/volumes/${name}`), 'its removal', 204);
      const gone = { status: [404], message: /no such volume|not found/i };
      verify.refused(await engine.get(`/volumes/${name}`), gone, 'inspect after the removal');
      verify.refused(await engine.delete(`/volumes/${name}`), gone, 'a second removal');
      const listed = (await engine.volumes()).map((volume) => volume.Name);
      verify.excludes(listed, name, 'names in the list of volumes');
    },
  }),
];
