/** The lab on the live engine: a run on an engine that it starts, hosts by themselves, and what a kill leaves. */
import { readdirSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { temporaryFolder } from '../helpers/fixtures/temporary-folder';
import { catalogueRecipe, ENGINES, engineName } from '../helpers/lab/engines';
import { LabHostFailure } from '../helpers/lab/host-failure';
import { type OpenLab, openLab } from '../helpers/lab/lab';
import type { LabHost } from '../helpers/lab/lab-host';
import { STANDING } from '../helpers/lab/marks';
import { type OuterEngine, openOuterEngine } from '../helpers/lab/outer-engine';
import { findLab } from '../helpers/lab/sweep';
import { newRunId } from '../helpers/run/identity';
import { readLedgers } from '../helpers/run/ledger';
import { resolveDefault } from '../helpers/target/resolve';
import { poll } from '../helpers/verdict/poll';
import { readReport } from '../reports/read';
import { run, start } from './command';

/** The first test may have to build the image: a minute, and more where others are at work. */
const BUILD_LIMIT_MS = 600_000;
const LIMIT_MS = 120_000;
const { signal } = new AbortController();

const [engine] = ENGINES.filter(({ vendor, version }) => vendor === 'docker' && version === '20.10.24');
if (engine === undefined) throw new Error('the catalogue has lost the engine of these tests');
const NAME = engineName(engine);
const recipe = catalogueRecipe(engine);

let outer: OuterEngine;
let folder: string;
beforeAll(async () => {
  outer = await openOuterEngine(resolveDefault(process.env));
  folder = temporaryFolder();
});
afterAll(() => outer.close());

/** What is on the outer engine of runs that are over. */
async function leftovers(): Promise<string[]> {
  const alive = new Set(readLedgers().flatMap(({ alive: goesOn, run: id }) => (goesOn ? [id] : [])));
  return (await findLab(outer.engine)).filter(({ run: id }) => id !== STANDING && !alive.has(id)).map(({ id }) => id);
}

test(
  'a run on an engine of the lab judges that engine, keeps its log, and leaves nothing on the outer one',
  async () => {
    const output = join(folder, 'run');
    const only = ['--only', 'network.bridge.create', '--only', 'engine.version.fields'];
    const ended = await run(['run', '--bootstrap', '--target', NAME, ...only, '--output', output], { cwd: folder });
    expect({ status: ended.status, stderr: ended.stderr }).toMatchObject({ status: 0 });
    const report = readReport(join(output, 'report.json'));
    expect(report.targets).toEqual([
      expect.objectContaining({ id: NAME, vendor: 'docker', version: expect.stringMatching(/^20\.10\.24/) }),
    ]);
    expect(report.results.map(({ verdict }) => verdict)).toEqual(['pass', 'pass']);
    expect(report.findings).toEqual([]);
    expect(readdirSync(join(output, 'lab'))).toEqual([expect.stringMatching(/^docker@20\.10\.24-ec-lab-\w+\.log$/)]);
    expect((await findLab(outer.engine)).filter((each) => each.run === report.run.id)).toEqual([]);
  },
  BUILD_LIMIT_MS,
);

test(
  'a run that is killed leaves its host, and clean removes it',
  async () => {
    const owners = new Set((await findLab(outer.engine)).map(({ run: id }) => id));
    const started = start(['run', '--bootstrap', '--target', NAME, '--output', join(folder, 'killed')], {
      cwd: folder,
    });
    const there = await poll(
      async () => (await findLab(outer.engine)).filter(({ kind, run: id }) => kind === 'volume' && !owners.has(id)),
      (volumes) => volumes.length > 0,
      30_000,
      signal,
    );
    started.process.kill('SIGKILL');
    await started.ended;
    expect(there.accepted).toBe(true);
    expect(await leftovers()).not.toEqual([]);
    const cleaned = await run(['clean'], { cwd: folder });
    expect({ status: cleaned.status, stderr: cleaned.stderr }).toMatchObject({ status: 0 });
    expect(await leftovers()).toEqual([]);
  },
  LIMIT_MS,
);

describe('hosts', () => {
  let lab: OpenLab;
  let hosts: [LabHost, LabHost];
  beforeAll(async () => {
    lab = openLab({ outer, owner: newRunId(), bootstrap: true, say: () => {}, signal, logs: join(folder, 'hosts') });
    hosts = await Promise.all([lab.startHost({ recipe }), lab.startHost({ recipe, flags: ['--label=seat=second'] })]);
  }, BUILD_LIMIT_MS);
  afterAll(async () => {
    expect(await lab.close()).toEqual([]);
  }, LIMIT_MS);

  test('answer within the limit, each with a name, an address, an id and flags of its own', async () => {
    const infos = await Promise.all(hosts.map(async ({ endpoint }) => json(endpoint.port, '/info')));
    expect(new Set(infos.map(({ ID }) => ID)).size).toBe(2);
    expect(infos.map(({ Name }) => Name)).toEqual(hosts.map(({ hostname }) => hostname));
    expect(infos.map(({ Labels }) => Labels)).toEqual([[], ['seat=second']]);
    expect(infos.map(({ Driver }) => Driver)).not.toContain('vfs');
    expect(new Set(hosts.map(({ address }) => address)).size).toBe(2);
    for (const { readyMs } of hosts) expect(readyMs).toBeLessThanOrEqual(8_000);
  });

  test('are published on the loopback of this machine alone', async () => {
    const published = await Promise.all(
      hosts.map(({ containerId: id, hostname: name }) => outer.engine.inspect({ id, name })),
    );
    for (const { NetworkSettings } of published) {
      const bindings = Object.values(NetworkSettings?.Ports ?? {}).flatMap((each) => each ?? []);
      expect(bindings).toEqual([expect.objectContaining({ HostIp: '127.0.0.1' })]);
    }
  });

  test('see each other by name and by address', async () => {
    const [first, second] = hosts;
    for (const where of [second.hostname, second.address]) {
      expect(await first.run(['ping', '-c', '1', '-W', '2', where])).toMatchObject({ exitCode: 0 });
    }
  });

  test('run commands, as root or as another user, and what is written on them is there', async () => {
    const [first] = hosts;
    await first.write('/etc/engine-conformance/note', 'written', 0o640);
    expect(await first.run(['stat', '-c', '%a %s', '/etc/engine-conformance/note'])).toEqual({
      exitCode: 0,
      stdout: '640 7\n',
      stderr: '',
    });
    const asNobody = await first.run(['cat', '/etc/engine-conformance/note'], {
      user: '65534:65534',
      env: { LC_ALL: 'C' },
    });
    expect(asNobody).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('Permission denied') });
  });

  test(
    'come back from a power cut at the same address, with their data',
    async () => {
      const [first] = hosts;
      const made = await first.run(['docker', 'volume', 'create', 'kept']);
      expect(made).toMatchObject({ exitCode: 0 });
      await first.stop();
      await expect(json(first.endpoint.port, '/info')).rejects.toThrow();
      await first.start();
      const { Volumes } = await json(first.endpoint.port, '/volumes');
      expect(Volumes).toEqual([expect.objectContaining({ Name: 'kept' })]);
    },
    LIMIT_MS,
  );

  test('are silent while they are paused', async () => {
    const [, second] = hosts;
    await second.pause();
    await expect(json(second.endpoint.port, '/info')).rejects.toThrow(/no answer/);
    await second.unpause();
    expect(await json(second.endpoint.port, '/info')).toMatchObject({ Name: second.hostname });
  });

  test(
    'may be on a second network, and leave it',
    async () => {
      const [first, second] = hosts;
      const network = await lab.network();
      const addresses = [await first.connect(network), await second.connect(network)];
      const reached = () => first.run(['ping', '-c', '1', '-W', '1', addresses[1] ?? '']);
      expect(await reached()).toMatchObject({ exitCode: 0 });
      await second.disconnect(network);
      expect((await reached()).exitCode).not.toBe(0);
    },
    LIMIT_MS,
  );

  test(
    'that end at once are told with what they wrote, long before the limit',
    async () => {
      const begun = performance.now();
      const starting = lab.startHost({ recipe, flags: ['--no-such-flag'] });
      await expect(starting).rejects.toThrow(/ended before it answered: .*no-such-flag/);
      await expect(starting).rejects.toBeInstanceOf(LabHostFailure);
      await expect(starting).rejects.toMatchObject({ log: expect.stringContaining('no-such-flag') });
      expect(performance.now() - begun).toBeLessThan(8_000);
    },
    LIMIT_MS,
  );

  test(
    'that are disposed of take their volume along, and leave their log',
    async () => {
      const third = await lab.startHost({ recipe });
      const { Mounts } = await outer.engine.inspect({ id: third.containerId, name: third.hostname });
      const volume = `/volumes/${Mounts?.find(({ Destination }) => Destination === recipe.data)?.Name}`;
      expect((await outer.engine.get(volume)).status).toBe(200);
      expect(await third.dispose()).toBeUndefined();
      expect((await outer.engine.get(volume)).status).toBe(404);
      expect(readdirSync(join(folder, 'hosts')).some((name) => name.includes(third.hostname))).toBe(true);
    },
    LIMIT_MS,
  );
});

/** A document of an engine on this machine. */
function json(port: number, path: string): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const asked = get({ host: '127.0.0.1', port, path, agent: false, timeout: 1_000 }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString('utf8'))));
    });
    asked.on('timeout', () => asked.destroy(new Error('no answer')));
    asked.on('error', reject);
  });
}
