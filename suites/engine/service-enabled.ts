import { claim } from '../../helpers/claims/claim';
import { systemd, thisHost } from '../../helpers/claims/needs';

export default claim({
  id: 'engine.service.enabled',
  level: 'stated',
  lines: [[22, 23]],
  statement: 'The docker service is started, and enabled to start with the host.',
  needs: [thisHost, systemd],
  fault: 'the package leaves the service disabled, and the engine is gone after the next boot',
  faults: { notPlantable: 'no engine is asked: it is a service of the host, which only hands on a host could disable' },
  async body({ run, verify }) {
    const active = await run('systemctl', ['is-active', 'docker.service']);
    verify.equal(active.stdout.trim(), 'active', 'systemctl is-active docker.service');
    const enabled = await run('systemctl', ['is-enabled', 'docker.service']);
    verify.equal(enabled.stdout.trim(), 'enabled', 'systemctl is-enabled docker.service');
  },
});
