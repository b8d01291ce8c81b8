/** Drift on the live engine: known where the engine is as it is, and told where answers are other than it gives them. */
import { join } from 'node:path';
import { openProxy } from '../helpers/faults/proxy';
import { answers, drop, type Plant, rename, retype, set } from '../helpers/faults/vocabulary';
import { temporaryFolder } from '../helpers/fixtures/temporary-folder';
import { endpointUrl } from '../helpers/target/endpoint-url';
import { defaultEndpoint } from '../helpers/target/environment';
import { readReport } from '../reports/read';
import type { ReportDrift } from '../reports/report';
import { run } from './command';
import { liveHost } from './live-engine';

const LIMIT_MS = 120_000;

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly drift: readonly ReportDrift[];
}

async function runOn(target: string, only: string): Promise<Ran> {
  const folder = temporaryFolder();
  const ended = await run(['run', '--target', target, '--output', folder, '--only', only]);
  return { status: ended.status, stdout: ended.stdout, drift: readReport(join(folder, 'report.json')).drift };
}

async function runWith(plant: Plant, only: string): Promise<Ran> {
  const proxy = await openProxy(defaultEndpoint(process.env).endpoint, plant);
  try {
    return await runOn(endpointUrl(proxy.endpoint), only);
  } finally {
    await proxy.close();
  }
}

const place = ({ schema, kind, path }: ReportDrift) => `${schema} ${kind} ${path}`;
const unknown = ({ drift }: Ran) => drift.filter(({ known }) => known === undefined).map(place);

test(
  'an engine whose version is known drifts in no unknown place, and in the same ones each time',
  async () => {
    const runs = [await runOn(liveHost(), 'engine.*'), await runOn(liveHost(), 'engine.*')];
    expect(runs.map(unknown)).toEqual([[], []]);
    const [one, other] = runs.map(({ drift }) => drift.map(place));
    expect(one?.length).toBeGreaterThan(20);
    expect(other).toEqual(one);
  },
  LIMIT_MS,
);

test.each<[string, Plant, readonly string[]]>([
  ['dropped', answers('GET /info', drop('NFd')), ['info missing /NFd']],
  ['renamed', answers('GET /info', rename('NFd', 'Files')), ['info added /Files', 'info missing /NFd']],
  ['retyped', answers('GET /info', retype('NCPU')), ['info type /NCPU']],
  ['null', answers('GET /info', set('Plugins', null)), ['info type /Plugins']],
  [
    'written otherwise',
    answers('GET /info', set('RegistryConfig.InsecureRegistryCIDRs', ['everywhere'])),
    ['info format /RegistryConfig/InsecureRegistryCIDRs/*'],
  ],
])(
  'a field of an answer that is %s is told as unknown drift, and is no departure from a claim that does not read it',
  async (_what, plant, expected) => {
    const ran = await runWith(plant, 'engine.info.kernel');
    expect(unknown(ran)).toEqual(expected);
    expect(ran.status).toBe(0);
    expect(ran.stdout).toContain(`${expected.length} unknown`);
  },
  LIMIT_MS,
);

test(
  'an answer is judged also where no claim asked for it: as those before a run and after it',
  async () => {
    const ran = await runWith(answers('GET /volumes', set('Odd', 1)), 'engine.info.kernel');
    expect(unknown(ran)).toEqual(['volume-list added /Odd']);
  },
  LIMIT_MS,
);
