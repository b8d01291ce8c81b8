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

  test.each(['image:docker:26-dind', 'docker@27.0.1'])('is refused where nothing is known of it: %s', async (id) => {
    await expect(expectedFacts(target(id), undefined)).rejects.toMatchObject({
      name: 'UsageError',
      mend: expect.stringContaining(`lab up ${id}`),
    });
  });
});
