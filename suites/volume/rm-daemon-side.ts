import { claim } from '../../helpers/claims/claim';
import { api } from '../../helpers/claims/needs';
import { drop, mishears } from '../../helpers/faults/vocabulary';
import { mountAt } from './fixtures/mounts';

export default claim({
  id: 'volume.rm.daemon-side',
  level: 'implied',
  lines: [[330, 330]],
  statement: 'Asked with AutoRemove, the engine itself removes the container and its anonymous volume when it ends.',
  needs: [api('>=1.25')],
  fault: 'the engine waits for a client to remove the container, or leaves its anonymous volume',
  faults: [
    {
      what: 'AutoRemove is passed over',
      plant: mishears('POST /containers/create', drop('HostConfig.AutoRemove')),
      expect: /statuses of the inspect/,
    },
  ],
  async body({ engine, make, verify }) {
    const container = await make.created({
      network: 'host',
      volumes: ['/webapp'],
      process: ['true'],
      hostConfig: { AutoRemove: true },
    });
    const { Name } = verify.present(mountAt(await engine.inspect(container), '/webapp'), 'the mount at /webapp');
    verify.accepted(await engine.get(`/volumes/${Name}`), 'inspect of the volume, before the start');
    verify.accepted(await engine.start(container), 'start');
    // Nobody waits for it and nobody is attached: the client is gone.
    const statuses = async () => [
      (await engine.get(`/containers/${container.id}/json`)).status,
      (await engine.get(`/volumes/${Name}`)).status,
    ];
    await verify.eventually(
      'statuses of the inspect of container and volume',
      statuses,
      ([ofContainer, ofVolume]) => ofContainer === 404 && ofVolume === 404,
      { withinMs: 10_000, expected: '[404,404]' },
    );
  },
});
