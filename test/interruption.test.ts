/** A run that is interrupted at any moment leaves nothing; one that is killed leaves only what `clean` removes. */

import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { temporaryFolder } from '../helpers/fixtures/temporary-folder';
import { readReport } from '../reports/read';
import { run, start } from './command';
import { liveHost, openLiveEngine } from './live-engine';

const LIMIT_MS = 120_000;

/** Moments after the start in milliseconds, from the first call to the middle of the run. */
const MOMENTS = [150, 700, 1_400, 2_300, 3_500];

async function ours(): Promise<string[]> {
  const { engine, close } = await openLiveEngine();
  try {
    const [containers, networks, volumes, images] = await Promise.all([
      engine.containers(),
      engine.networks(),
      engine.volumes(),
      engine.list<{ RepoTags?: string[] | null }>('/images/json'),
    ]);
    return [
      ...containers.map(({ Names }) => Names?.[0] ?? ''),
      ...networks.map(({ Name }) => Name ?? ''),
      ...volumes.map(({ Name }) => Name ?? ''),
      ...images.flatMap(({ RepoTags }) => RepoTags ?? []),
    ]
      .filter((name) => /^\/?ec-|engine-conformance\/probe:|^[0-9a-f]{64}$/.test(name))
      .sort();
  } finally {
    close();
  }
}

test.each(MOMENTS.flatMap((ms) => [['SIGINT', ms] as const, ['SIGTERM', ms] as const]))(
  '%s after %i ms: status 130 and nothing is left',
  async (signal, ms) => {
    const before = await ours();
    const folder = temporaryFolder();
    const started = start(['run', '--target', liveHost(), '--output', folder]);
    await delay(ms);
    started.process.kill(signal);
    const ended = await started.ended;
    // Before the handler is there the signal itself ends the process; nothing was made by then.
    expect(ended.status === 130 || ended.signal === signal).toBe(true);
    expect(await ours()).toEqual(before);
    if (ended.status === 130 && ended.stdout !== '') {
      expect(readReport(join(folder, 'report.json')).run.interrupted).toBe(true);
    }
  },
  LIMIT_MS,
);

test.each(MOMENTS)(
  'SIGKILL after %i ms: clean removes what is left',
  async (ms) => {
    const before = await ours();
    const started = start(['run', '--target', liveHost(), '--output', temporaryFolder()]);
    await delay(ms);
    started.process.kill('SIGKILL');
    await started.ended;
    const cleaned = await run(['clean', '--target', liveHost()]);
    expect(cleaned.status).toBe(0);
    expect(await ours()).toEqual(before);
  },
  LIMIT_MS,
);
