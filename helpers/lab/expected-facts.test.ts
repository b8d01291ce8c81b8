import { parseLabCluster } from '../cluster/name';
import { parseLabEngine } from './engine-name';
import { expectedFacts } from './expected-facts';

const target = (id: string) => ({ id, lab: parseLabEngine(id), source: '--target' });

describe('a plan for an engine that is not started', () => {
  test('goes by the catalogue', async () => {
    expect(await expectedFacts(target('docker@26.1.5'), undefined)).toMatchObject({
      vendor: 'docker',
      version: '26.1.5',
      minApiVersion: '1.24',
      apiVersionAsked: '1.24',
      ownEngine: true,
      host: { local: false },
    });
    expect(await expectedFacts(target('docker@20.10.24'), undefined)).toMatchObject({ apiVersionAsked: '1.23' });
  });

  test('is refused at a version that it does not speak', async () => {
    await expect(expectedFacts(target('podman@5.8.6'), '1.23')).rejects.toMatchObject({
      name: 'UsageError',
      message: 'podman@5.8.6 does not speak API 1.23: it accepts 1.24 to 1.44',
    });
  });

  test('is refused for a cluster, with what can be done instead', async () => {
    const id = 'cluster:docker@28.5.2+swarm';
    const cluster = { id, lab: parseLabCluster(id), source: '--target' };
    await expect(expectedFacts(cluster, undefined)).rejects.toMatchObject({
      message: expect.stringContaining(id),
      mend: expect.stringMatching(/^plan for one of its engines, or run it/),
    });
  });

  test.each(['image:docker:26-dind', 'docker@27.0.1'])('is refused where nothing is known of it: %s', async (id) => {
    await expect(expectedFacts(target(id), undefined)).rejects.toMatchObject({
      name: 'UsageError',
      mend: expect.stringContaining(`lab up ${id}`),
    });
  });
});
