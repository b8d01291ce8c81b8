/** The whole run against the live engine: what it judges, what it writes, and that the host is as it was. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openProxy } from '../helpers/faults/proxy';
import { answers, set } from '../helpers/faults/vocabulary';
import { temporaryFolder } from '../helpers/fixtures/temporary-folder';
import { endpointUrl } from '../helpers/target/endpoint-url';
import { defaultEndpoint } from '../helpers/target/environment';
import { poll } from '../helpers/verdict/poll';
import { readReport } from '../reports/read';
import type { Report } from '../reports/report';
import { run } from './command';
import { liveHost, openLiveEngine } from './live-engine';

const LIMIT_MS = 120_000;

const endpoint = () => defaultEndpoint(process.env).endpoint;

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly report: Report;
  readonly folder: string;
}

async function runAll(...flags: readonly string[]): Promise<Ran> {
  const folder = temporaryFolder();
  const ended = await run(['run', '--target', liveHost(), '--output', folder, ...flags]);
  if (ended.status === 2) throw new Error(ended.stderr);
  return { status: ended.status, stdout: ended.stdout, report: readReport(join(folder, 'report.json')), folder };
}

const unexpected = (report: Report) =>
  report.results
    .filter(({ outcome, verdict }) => outcome === 'regression' || outcome === 'unexpected-pass' || verdict === 'error')
    .map(({ claim, outcome, reason }) => `${outcome} ${claim}: ${reason}`);

/** What is on the engine, as an operator lists it. */
async function listing(): Promise<Record<string, string[]>> {
  const { engine, close } = await openLiveEngine();
  try {
    const [containers, networks, volumes, images] = await Promise.all([
      engine.containers(),
      engine.networks(),
      engine.volumes(),
      engine.list<{ Id?: string; RepoTags?: string[] }>('/images/json'),
    ]);
    return {
      containers: containers.map((each) => `${each.Names?.[0]} ${each.Id} ${each.State}`).sort(),
      networks: networks.map((each) => `${each.Name} ${each.Id}`).sort(),
      volumes: volumes.map((each) => `${each.Name}`).sort(),
      images: images.map((each) => `${each.RepoTags} ${each.Id}`).sort(),
    };
  } finally {
    close();
  }
}

describe.each(['1.23', '1.24', 'newest'])('at API %s', (asked) => {
  test(
    'every claim that applies is judged, as expected, and the host is as it was',
    async () => {
      const { engine, apiVersion, close } = await openLiveEngine();
      const [bystander, before] = [await makeBystanders(engine), await listing()];
      try {
        const { status, report } = await runAll('--api-version', asked === 'newest' ? apiVersion : asked);
        expect(unexpected(report)).toEqual([]);
        expect(status).toBe(0);
        expect(
          report.results.filter(({ verdict }) => verdict === 'pass' || verdict === 'fail').length,
        ).toBeGreaterThanOrEqual(90);
        expect(report.findings.filter(({ kind }) => kind !== 'plain-tcp')).toEqual([]);
        expect(await listing()).toEqual(before);
      } finally {
        await bystander.remove();
        close();
      }
    },
    LIMIT_MS,
  );
});

test(
  'two runs at once on one engine do not disturb each other',
  async () => {
    const before = await listing();
    const both = await Promise.all([runAll(), runAll()]);
    for (const { status, report } of both) {
      expect(unexpected(report)).toEqual([]);
      expect(status).toBe(0);
    }
    expect(await listing()).toEqual(before);
  },
  LIMIT_MS,
);

test(
  'the report is written in all its forms, and rendered again the same',
  async () => {
    const { stdout, folder, report } = await runAll('--only', 'network.bridge.create');
    const again = await run(['report', join(folder, 'report.json'), '--format', 'junit']);
    expect(again.stdout).toBe(readFileSync(join(folder, 'junit.xml'), 'utf8'));
    expect(readFileSync(join(folder, 'report.md'), 'utf8')).toContain('1 claim judged');
    expect(stdout).toContain('CONFORMS');
    expect(report.results.map(({ claim }) => claim)).toEqual(['network.bridge.create']);
  },
  LIMIT_MS,
);

test(
  'an engine that lies fails the claim, with what was expected and seen, and status 1',
  async () => {
    const proxy = await openProxy(endpoint(), answers('GET /networks', set('*.Scope', 'global')));
    const folder = temporaryFolder();
    const ended = await run([
      'run',
      '-t',
      endpointUrl(proxy.endpoint),
      '-o',
      folder,
      '--only',
      'network.bridge.create',
    ]);
    await proxy.close();
    const [result] = readReport(join(folder, 'report.json')).results;
    expect({ status: ended.status, verdict: result?.verdict, outcome: result?.outcome }).toEqual({
      status: 1,
      verdict: 'fail',
      outcome: 'regression',
    });
    expect(result?.failure).toMatchObject({ expected: 'local', observed: 'global' });
    expect(ended.stdout).toContain('curl -sS --unix-socket');
  },
  LIMIT_MS,
);

test(
  'an engine that goes away makes errors, never verdicts, and status 3 in bounded time',
  async () => {
    const { engine, close } = await openLiveEngine();
    const before = (await engine.networks()).map(({ Id }) => Id);
    const proxy = await openProxy(endpoint());
    const folder = temporaryFolder();
    const running = run(['run', '-t', endpointUrl(proxy.endpoint), '-o', folder]);
    // Dead in the middle: as soon as the first network of the run is there.
    await poll(
      () => engine.networks(),
      (networks) => networks.some(({ Id, Name }) => Name?.startsWith('ec-') && !before.includes(Id)),
      30_000,
      new AbortController().signal,
    );
    proxy.die();
    const ended = await running;
    await proxy.close();
    expect({ status: ended.status, stderr: ended.stderr.slice(-2_000) }).toMatchObject({ status: 3 });
    const report = readReport(join(folder, 'report.json'));
    // What was judged before its end stands; nothing is held against it afterwards.
    expect(report.results.filter(({ outcome }) => outcome === 'regression').map(({ claim }) => claim)).toEqual([]);
    expect(report.findings.map(({ kind }) => kind)).toContain('left-behind');
    // What the dead way left behind is removed by the living one.
    const cleaned = await run(['clean', '--target', liveHost()]);
    expect(cleaned.status).toBe(0);
    expect((await engine.networks()).filter(({ Name }) => Name?.startsWith(`ec-${report.run.id}-`))).toEqual([]);
    close();
  },
  LIMIT_MS,
);

type LiveEngine = Awaited<ReturnType<typeof openLiveEngine>>['engine'];

/** Things of somebody else that a run must not touch. */
async function makeBystanders(engine: LiveEngine): Promise<{ remove: () => Promise<void> }> {
  const name = `bystander-${process.pid}-${Date.now()}`;
  await engine.post('/networks/create', { body: { Name: name, CheckDuplicate: true } });
  await engine.post('/volumes/create', { body: { Name: name } });
  return {
    remove: async () => {
      await engine.delete(`/networks/${name}`);
      await engine.delete(`/volumes/${name}`);
    },
  };
}
