import { empty, json } from '../fixtures/http-answers';
import { outerEnginesOfTests } from '../fixtures/outer-engine';
import { LAB_LABEL } from './marks';
import { probePrivileges } from './privileges';

const given = outerEnginesOfTests();
const ID = 'c'.repeat(64);

test('all privileges are given where a container with them starts', async () => {
  const { server, outer } = given();
  server
    .on('POST /containers/create', json({ Id: ID }, 201))
    .on(`POST /containers/${ID}/start`, empty())
    .on(`DELETE /containers/${ID}`, empty());
  expect(await probePrivileges(outer, 'image', { [LAB_LABEL]: 'run' })).toEqual({
    all: true,
    hostConfig: { Privileged: true },
  });
  const created = JSON.parse(server.asked.find(({ url }) => url.includes('/create'))?.body ?? '{}');
  expect(created).toMatchObject({ Labels: { [LAB_LABEL]: 'run' }, HostConfig: { Privileged: true } });
  expect(server.calls()).toContain(`DELETE /containers/${ID}`);
});

test.each([
  ['is refused', json({ message: 'privileged mode is incompatible with user namespaces' }, 400)],
  ['does not start', json({ Id: ID }, 201)],
])('all but one are given where such a container %s, and nothing stays', async (_what, created) => {
  const { server, outer } = given();
  server
    .on('POST /containers/create', created)
    .on(`POST /containers/${ID}/start`, json({ message: 'unable to apply caps: operation not permitted' }, 500))
    .on(`DELETE /containers/${ID}`, empty());
  const { all, hostConfig } = await probePrivileges(outer, 'image', {});
  expect(all).toBe(false);
  expect(hostConfig).toMatchObject({ CapAdd: ['ALL'], CapDrop: ['SYS_RESOURCE'] });
  expect(hostConfig).not.toHaveProperty('Privileged');
  const started = server.calls().includes(`POST /containers/${ID}/start`);
  expect(server.calls().includes(`DELETE /containers/${ID}`)).toBe(started);
});
