import { enginesOfTests } from '../fixtures/engines-of-tests';
import { withFastClock } from '../fixtures/fast-clock';
import { json } from '../fixtures/http-answers';
import { withOwnTmpdir } from '../fixtures/temporary-folder';
import type { HostCommands } from '../target/cluster';
import { changesSince, takeInventory } from './run-inventory';

const current = enginesOfTests();
withOwnTmpdir();
const IMAGE = { reference: 'engine-conformance/probe:x', ours: true };
const { signal } = new AbortController();

beforeEach(() => {
  for (const list of ['/containers/json', '/networks', '/images/json']) current().server.on(`GET ${list}`, json([]));
  current().server.on('GET /volumes', json({ Volumes: [] }));
});

/** A host that shows these network devices, one set at each look; the last of them from then on. */
function showing(...looks: readonly string[][]): HostCommands {
  let look = 0;
  return {
    run: async () => {
      const devices = looks[Math.min(look, looks.length - 1)] ?? [];
      look += 1;
      const shown = ['Inter-|', ' face |', ...devices.map((name) => `${name}: 0 0`), '--- end ---', ''].join('\n');
      return { exitCode: 0, stdout: shown, stderr: '' };
    },
  };
}

async function changes(commands: HostCommands, here: boolean) {
  const engine = current().engine();
  return changesSince(await takeInventory(engine, commands, here, () => {}), engine, 'bcdfghjklm', IMAGE, signal);
}

test('a host that commands reach is compared by them, whatever else this machine is', async () => {
  expect(await changes(showing(['lo']), true)).toEqual({ differences: [], hostUnseen: null });
});

test('what goes by and by is waited for', async () => {
  expect((await changes(showing(['lo'], ['lo', 'veth1'], ['lo']), false)).differences).toEqual([]);
});

describe('what stays', () => {
  // Five seconds in earnest.
  withFastClock();

  test('on a host that commands reach is told', async () => {
    const { differences } = await changes(showing(['lo'], ['lo', 'veth1']), true);
    expect(differences).toEqual([{ kind: 'interfaces', appeared: ['veth1'], gone: [] }]);
  });
});

test('a host of a cluster without commands is not compared, and that is said', async () => {
  expect((await changes({ absent: 'none' }, false)).hostUnseen).toMatch(/known by their engines alone/);
});
