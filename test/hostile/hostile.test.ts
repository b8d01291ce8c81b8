/**
 * Sick and hostile engines: whatever they answer, a run ends in time and in bounds, says what it could not judge, passes or
 * fails nothing by it, executes nothing and leaves nothing behind but its report.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openProxy } from '../../helpers/faults/proxy';
import { temporaryFolder } from '../../helpers/fixtures/temporary-folder';
import { Semaphore } from '../../helpers/run/semaphore';
import { endpointUrl } from '../../helpers/target/endpoint-url';
import { defaultEndpoint } from '../../helpers/target/environment';
import { openLiveEngine } from '../live-engine';
import { BEGINNING_ROWS } from './beginning-rows';
import { type Bystanders, makeBystanders } from './bystanders';
import { CLUSTER_ROWS, type ClusterRow } from './cluster-rows';
import { JUDGED_ROWS } from './judged-rows';
import { LYING_ROWS } from './lying-rows';
import { PROBING_ROWS } from './probing-rows';
import type { LiveRow, Row } from './rows';
import { type SickEngine, sickProxy, sickServer, sickSocket } from './sick-engine';
import { type Watched, watchedRun } from './watched-run';

const LIMIT_MS = 240_000;

/** No run on a sick engine may take longer, in milliseconds, also on a busy machine, nor more memory. */
const LONGEST_MS = 60_000;
const MOST_MEMORY_MB = 600;

/** Runs at the same time. */
const places = new Semaphore(3);

/** All that a terminal or a page would obey, but the ends of lines. */
const CONTROLS = /[^\P{C}\n]|[\p{Zl}\p{Zp}]/u;

const STATUS = { 'cannot judge': 2, error: 3, told: 3, fail: 1, unmoved: 0 } as const;
const VERDICT = { error: 'error', told: 'pass', fail: 'fail', unmoved: 'pass' } as const;

function assertBorne(row: Row, ran: Watched): void {
  const { status, signal, said, report, pages } = ran;
  const seen = { status, signal, said: said.slice(0, 4_000) };
  expect(seen).toEqual({ ...seen, status: STATUS[row.must], signal: null });
  expect(said).toMatch(row.says ?? /./);
  expect(said).not.toMatch(CONTROLS);
  expect(said).not.toContain('fault of the suite');
  if (row.must === 'cannot judge') {
    expect({ said, pages: Object.keys(pages), report }).toEqual({ said, pages: [], report: undefined });
    // What was planned and what the lines say, and its mend.
    expect(said.trim().split('\n').length).toBeLessThanOrEqual(3);
  } else {
    const verdicts = new Set(report?.results.map(({ verdict }) => verdict));
    expect([...verdicts]).toEqual([VERDICT[row.must]]);
    for (const page of ['report.md', 'junit.xml']) expect(pages[page]).not.toMatch(CONTROLS);
    expect(pages['report.html'] ?? '').not.toContain('<img src=x');
  }
  // Where something could not be removed, the ledger of the run stays: by it `clean` knows what there was.
  expect(ran.strayFiles.filter((file) => row.must !== 'told' || !file.endsWith('.jsonl'))).toEqual([]);
  expect(ran.ms).toBeLessThan(LONGEST_MS);
  expect(ran.peakMemoryMb).toBeLessThan(MOST_MEMORY_MB);
}

describe('a server that is sick from the first call on', () => {
  test.concurrent.each(PROBING_ROWS)(
    '$what: $must',
    (row) =>
      places.run(async () => {
        const server = await sickServer(row.sick);
        try {
          assertBorne(row, await watchedRun(['-t', endpointUrl(server.endpoint)]));
          expect(server.given).toBeGreaterThan(0);
        } finally {
          await server.close();
        }
      }),
    LIMIT_MS,
  );
});

describe('a cluster of which one part is a hostile server', () => {
  test.concurrent.each(CLUSTER_ROWS)(
    '$what: $must',
    (row) =>
      places.run(async () => {
        const [well, sick] = await Promise.all([
          sickServer([]),
          typeof row.sick === 'function' ? sickSocket(row.sick) : sickServer(row.sick),
        ]);
        try {
          assertBorne(row, await runWith(row, well, sick));
          expect(sick.given).toBeGreaterThan(0);
        } finally {
          await Promise.all([well.close(), sick.close()]);
        }
      }),
    LIMIT_MS,
  );
});

function runWith({ part }: ClusterRow, well: SickEngine, sick: SickEngine): Promise<Watched> {
  const [first, other] = [endpointUrl(well.endpoint), endpointUrl(sick.endpoint)];
  if (part === 'tls') return watchedRun(['-t', other.replace('tcp:', 'https:')]);
  const address = other.replace('tcp://', '');
  // The same server under two names is two hosts to a configuration.
  const second = part === 'host' ? other : first.replace('127.0.0.1', 'localhost');
  const config = {
    targets: {
      staging: {
        hosts: [
          { name: 'one', endpoint: first, address: '127.0.0.1' },
          { name: 'two', endpoint: second, address: '127.0.0.2' },
        ],
        ...(isStore(part) ? { store: { kind: part, address } } : {}),
        ...(part === 'manager' ? { swarmManagers: [other] } : {}),
        ...(part === 'registry' ? { registry: address } : {}),
      },
    },
  };
  const file = join(temporaryFolder(), 'conformance.config.yaml');
  writeFileSync(file, JSON.stringify(config));
  return watchedRun(['-t', 'staging'], { config: file });
}

function isStore(part: ClusterRow['part']): boolean {
  return part === 'etcd' || part === 'consul' || part === 'zookeeper';
}

describe('a live engine of which one answer is sick', () => {
  let others: Promise<Bystanders> | undefined;
  const live = openLiveEngine();
  const bystanders = async () => {
    others ??= live.then(({ engine }) => makeBystanders(engine));
    return others;
  };

  afterAll(async () => {
    const made = await others;
    try {
      expect(await made?.there()).toHaveLength(4);
    } finally {
      await made?.remove();
      (await live).close();
    }
  }, LIMIT_MS);

  test.concurrent.each([...BEGINNING_ROWS, ...JUDGED_ROWS, ...LYING_ROWS])(
    '$what: $must',
    (row) =>
      places.run(async () => {
        const made = await bystanders();
        const engine = await opened(row, made);
        try {
          const args = ['-t', endpointUrl(engine.endpoint), '--only', row.only, '--probe-image', made.image];
          assertBorne(row, await watchedRun(args, row.patient === true ? { patient: true } : {}));
          expect(engine.given).toBeGreaterThan(0);
          expect(await made.there()).toHaveLength(4);
        } finally {
          await engine.close();
        }
      }),
    LIMIT_MS,
  );
});

async function opened({ sick = [], plant }: LiveRow, others: Bystanders): Promise<SickEngine> {
  const { endpoint } = defaultEndpoint(process.env);
  if (plant === undefined) return sickProxy(endpoint, sick);
  const proxy = await openProxy(endpoint, plant(others));
  return {
    endpoint: proxy.endpoint,
    get given() {
      return proxy.planted;
    },
    close: () => proxy.close(),
  };
}
