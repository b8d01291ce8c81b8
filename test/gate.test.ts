/** The gate on the live engine: it passes what is as it was, and names what is not, with the exit status of each. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openProxy } from '../helpers/faults/proxy';
import { answers, set } from '../helpers/faults/vocabulary';
import { temporaryFolder } from '../helpers/fixtures/temporary-folder';
import { endpointUrl } from '../helpers/target/endpoint-url';
import { defaultEndpoint } from '../helpers/target/environment';
import { readReport } from '../reports/read';
import { type Ended, run } from './command';
import { liveHost } from './live-engine';

/** For whatever starts our command a few times on a busy machine. */
const LIMIT_MS = 120_000;
jest.setTimeout(LIMIT_MS);

const ONLY = ['network.bridge.create', 'engine.version.fields', 'engine.api.ping'];
const only = ONLY.flatMap((glob) => ['--only', glob]);

const folder = temporaryFolder();
const before = join(folder, 'before', 'report.json');

const gate = (...args: readonly string[]): Promise<Ended> =>
  run(['gate', '--baseline', before, '-o', join(folder, 'gate'), ...args]);

/** The live engine by way of a proxy that has it say that every network is global. */
async function onLiar(...args: readonly string[]): Promise<Ended> {
  const proxy = await openProxy(
    defaultEndpoint(process.env).endpoint,
    answers('GET /networks', set('*.Scope', 'global')),
  );
  try {
    return await gate('-t', endpointUrl(proxy.endpoint), ...only, ...args);
  } finally {
    await proxy.close();
  }
}

beforeAll(async () => {
  const ended = await run(['run', '-t', liveHost(), '-o', join(folder, 'before'), ...only]);
  expect({ status: ended.status, stderr: ended.stderr }).toMatchObject({ status: 0 });
}, LIMIT_MS);

test(
  'an engine that is as it was passes, with all that was compared in the report',
  async () => {
    const ended = await gate('-t', liveHost(), ...only);
    expect({ status: ended.status, stderr: ended.stderr }).toMatchObject({ status: 0 });
    expect(ended.stdout).toContain('nothing changed; 3 claims compared');
    const report = readReport(join(folder, 'gate', 'report.json'));
    expect(report.comparisons).toMatchObject([
      { purpose: 'gate', baseline: { name: before, vendor: 'docker' }, compared: 3, unchanged: 3, differences: [] },
    ]);
  },
  LIMIT_MS,
);

test(
  'an engine that changed fails, with what was, what is and how to see it; waivers with reasons let it pass',
  async () => {
    const waivers = join(folder, 'waivers.yaml');
    const ended = await onLiar('--propose', waivers);
    expect({ status: ended.status, stderr: ended.stderr }).toMatchObject({ status: 1 });
    expect(ended.stdout).toMatch(/✗ network\.bridge\.create {2}regression|x network\.bridge\.create {2}regression/);
    expect(ended.stdout).toMatch(/was +passes/);
    expect(ended.stdout).toMatch(/is +fails: .*expected local, observed global/);
    expect(ended.stdout).toContain('curl -sS');
    expect(readFileSync(join(folder, 'gate', 'junit.xml'), 'utf8')).toContain('type="regression"');

    const empty = await onLiar('--accept', waivers);
    expect(empty).toMatchObject({ status: 2, stderr: expect.stringContaining('reason: is empty: fill it in') });

    // The proxy is another target each time.
    const filled = readFileSync(waivers, 'utf8')
      .replaceAll('""', 'planned')
      .replace(/(unix|tcp):\S+/g, '"*"');
    writeFileSync(waivers, filled);
    const accepted = await onLiar('--accept', waivers);
    expect({ status: accepted.status, stdout: accepted.stdout }).toMatchObject({ status: 0 });
    expect(accepted.stdout).toContain('planned (planned, until ');

    // On the engine that does not lie they have become wrong.
    const stale = await gate('-t', liveHost(), ...only, '--accept', waivers);
    expect(stale.status).toBe(1);
    expect(stale.stdout).toMatch(/waivers\.yaml:\d+: network\.bridge\.create\s+passes\s+now:\s+delete\s+lines/);
  },
  2 * LIMIT_MS,
);

test(
  'another selection is compared on what both have, and nothing in common is no pass',
  async () => {
    const more = await gate('-t', liveHost(), '--only', 'engine.api.ping', '--only', 'engine.info.kernel');
    const { comparisons } = readReport(join(folder, 'gate', 'report.json'));
    expect(comparisons[0]).toMatchObject({ compared: 1, unchanged: 1 });
    expect(comparisons[0]?.notCompared.map(({ claim, side }) => `${side} ${claim}`).sort()).toEqual([
      'baseline engine.version.fields',
      'baseline network.bridge.create',
      'run engine.info.kernel',
    ]);
    expect(more.stdout).toContain('Not compared (3)');
    const nothing = await gate('-t', liveHost(), '--only', 'engine.info.kernel');
    expect(nothing).toMatchObject({ status: 2, stdout: expect.stringContaining('nothing could be compared') });
  },
  LIMIT_MS,
);

test('a report of an earlier run is judged without an engine, and writes nothing unless told to', async () => {
  const cwd = temporaryFolder();
  const ended = await run(['gate', '--baseline', before, '--report', before], { cwd });
  expect({ status: ended.status, stderr: ended.stderr }).toMatchObject({ status: 0 });
  expect(existsSync(join(cwd, 'reports'))).toBe(false);
});

describe('with bad input nothing is started, and the status is 2:', () => {
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const cut = () => file('cut.json', readFileSync(before, 'utf8').slice(0, 5_000));
  const interrupted = () =>
    file('interrupted.json', readFileSync(before, 'utf8').replace('"interrupted": false', '"interrupted": true'));
  const base = () => ['gate', '--baseline', before, '--target', 'unix:///nowhere/docker.sock'];

  test.each<[string, () => readonly string[], RegExp]>([
    ['no baseline', () => ['gate'], /--baseline <file>' not specified/],
    ['a baseline that is not there', () => ['gate', '--baseline', '/nowhere.json'], /nowhere\.json does not exist/],
    ['a baseline that is cut', () => ['gate', '--baseline', cut()], /cut\.json is not JSON/],
    ['a baseline that was interrupted', () => ['gate', '--baseline', interrupted()], /was interrupted/],
    ['a target that is not in the baseline', () => [...base(), '--baseline-target', 'x'], /has no target x/],
    ['waivers that are not there', () => [...base(), '--accept', '/nowhere.yaml'], /nowhere\.yaml.* does not exist/],
    [
      'waivers that are none',
      () => [...base(), '--accept', file('w.yaml', 'waivers: 5')],
      /w\.yaml:1: waivers: must be a list/,
    ],
    [
      'a proposal where a file is',
      () => [...base(), '--propose', file('taken.yaml', '')],
      /taken\.yaml is there already/,
    ],
    ['a report and a target', () => [...base(), '--report', before], /contradict/],
    ['an unreachable target', base, /nowhere/],
  ])('%s', async (_what, args, says) => {
    const ended = await run(args());
    expect({ status: ended.status, stdout: ended.stdout }).toEqual({ status: 2, stdout: '' });
    expect(ended.stderr).toMatch(says);
  });
});

describe('baselines', () => {
  const own = join(folder, 'baselines');
  const made = (...args: readonly string[]) => run(['baseline', ...args, '--baselines', own, '--from', before]);

  test('are made of a report, and are found as they were the next time', async () => {
    expect(await made('make')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/docker-[\d.]+\.json written/),
    });
    expect((await made('make')).stdout).toContain('is as it was');
    expect(await made('check')).toMatchObject({ status: 0 });
  });

  test('that are not what is measured fail the check, with the lines that differ', async () => {
    const [, name = ''] = /(docker-[\d.]+\.json)/.exec((await made('make')).stdout) ?? [];
    const path = join(own, name);
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      text.replace('"claim":"engine.api.ping","verdict":"pass"', '"claim":"engine.api.pong","verdict":"pass"'),
    );
    const ended = await made('check');
    expect(ended.status).toBe(1);
    expect(ended.stdout).toContain('- {"claim":"engine.api.pong"');
    expect(ended.stdout).toContain('+ {"claim":"engine.api.ping"');
  });
});
