import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { DriftCollector } from '../drift/collector';
import { clientOn } from '../fixtures/engine-on';
import { someFacts, someTarget } from '../fixtures/facts';
import { withFastClock } from '../fixtures/fast-clock';
import { body, empty, type HttpAnswers, httpAnswers, json } from '../fixtures/http-answers';
import { withOwnTmpdir } from '../fixtures/temporary-folder';
import { LAB_LABEL, STANDING } from '../lab/marks';
import { endpointUrl } from '../target/endpoint-url';
import { clean } from './clean';
import { MAKER_LABEL, RUN_LABEL } from './identity';
import { Ledger, readLedgers } from './ledger';

const [DEAD, ALIVE] = ['bcdfghjklm', 'zxwvtsrqpn'] as const;
const labels = (run: string) => ({ [RUN_LABEL]: run, [MAKER_LABEL]: 'engine.a' });

let server: HttpAnswers;
const temporary = withOwnTmpdir();
beforeEach(async () => {
  server = await httpAnswers({ 'DELETE /*': empty() });
  thereIs({});
});
afterEach(async () => {
  await server.close();
});

/** What the engine lists from now on. */
function thereIs(lists: {
  containers?: unknown[];
  networks?: unknown[];
  volumes?: unknown[];
  images?: unknown[];
}): void {
  server
    .on('GET /containers/json', json(lists.containers ?? []))
    .on('GET /networks', json(lists.networks ?? []))
    .on('GET /volumes', json({ Volumes: lists.volumes ?? [] }))
    .on('GET /images/json', json(lists.images ?? []));
}

/** Writes the ledger of a run whose process has ended. */
function deadLedger(entries: readonly object[], endpoint = endpointUrl(server.endpoint)): void {
  const directory = join(temporary(), `engine-conformance-${userInfo().uid}`);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const opening = { run: DEAD, pid: spawnSync('true').pid, endpoint };
  writeFileSync(join(directory, `${DEAD}.jsonl`), [opening, ...entries].map((each) => JSON.stringify(each)).join('\n'));
}

const cleaned = () => {
  const [target, client] = [someTarget({ endpoint: server.endpoint }), clientOn(server.endpoint)];
  return clean({ target, client, facts: someFacts(), drift: new DriftCollector() });
};
/** Waits until nobody holds a connection to the server; jest ends what waits for ever. */
async function allClosed(): Promise<void> {
  while ((await server.connections()) > 0) await setImmediate();
}
const removals = () => server.calls('DELETE').sort();

describe('what is removed', () => {
  test('is what carries the mark of a run that is over, by label or by name, and its images', async () => {
    thereIs({
      containers: [
        { Id: 'c1', Names: ['/x'], Labels: labels(DEAD) },
        { Id: 'c2', Names: ['/web'], Labels: { other: '1' } },
      ],
      networks: [
        { Id: 'n1', Name: `ec-${DEAD}-3`, Labels: {} },
        { Id: 'n2', Name: 'bridge' },
      ],
      volumes: [{ Name: `ec-${DEAD}-4`, Labels: null }, { Name: 'data' }, { Name: 'ec-production-1' }],
      images: [
        { Id: 'sha256:1', RepoTags: [`engine-conformance/probe:${DEAD}`] },
        {
          Id: 'sha256:2',
          RepoTags: ['debian:13', 'engine-conformance/probe:0123456789ab', 'x/engine-conformance/probe:bcdfghjklm'],
        },
        { Id: 'sha256:3', RepoTags: null },
      ],
    });
    const result = await cleaned();
    expect(removals()).toEqual([
      'DELETE /containers/c1',
      `DELETE /images/engine-conformance/probe:${DEAD}`,
      'DELETE /networks/n1',
      `DELETE /volumes/ec-${DEAD}-4`,
    ]);
    expect(result).toEqual({
      removed: ['container c1', 'network n1', `volume ec-${DEAD}-4`, `image engine-conformance/probe:${DEAD}`],
      left: [],
      alive: [],
      standing: 0,
    });
  });

  test('is nothing where there is nothing', async () => {
    expect(await cleaned()).toEqual({ removed: [], left: [], alive: [], standing: 0 });
    expect(removals()).toEqual([]);
    await allClosed();
  });

  test('is nothing of a run that goes on here', async () => {
    const ledger = new Ledger(ALIVE, endpointUrl(server.endpoint));
    ledger.volume('its anonymous volume');
    thereIs({
      containers: [
        { Id: 'c1', Names: ['/x'], Labels: labels(ALIVE) },
        { Id: 'c2', Names: ['/y'], Labels: labels(DEAD) },
      ],
      volumes: [{ Name: 'its anonymous volume' }],
      images: [{ Id: 'sha256:1', RepoTags: [`engine-conformance/probe:${ALIVE}`] }],
    });
    expect(await cleaned()).toEqual({ removed: ['container c2'], left: [], alive: [ALIVE], standing: 0 });
    expect(removals()).toEqual(['DELETE /containers/c2']);
    expect(readLedgers()).toHaveLength(1);
  });

  test('is also what a dead run wrote down and is still there; then its ledger is closed', async () => {
    const directory = mkdtempSync(join(temporary(), 'ec-'));
    deadLedger([
      { volume: 'anonymous' },
      { volume: 'anonymous' },
      { volume: 'gone' },
      { image: 'a'.repeat(64) },
      { directory },
    ]);
    thereIs({
      volumes: [{ Name: 'anonymous' }],
      images: [{ Id: 'sha256:0' }, { Id: `sha256:${'a'.repeat(64)}`, RepoTags: null }],
    });
    expect(await cleaned()).toEqual({
      removed: ['volume anonymous', `image ${'a'.repeat(64)}`],
      left: [],
      alive: [],
      standing: 0,
    });
    expect(removals()).toEqual([`DELETE /images/${'a'.repeat(64)}`, 'DELETE /volumes/anonymous']);
    expect(existsSync(directory)).toBe(false);
    expect(readLedgers()).toEqual([]);
  });

  test('is what a run wrote down that reached the engine by another way; its ledger is left for that way', async () => {
    deadLedger([{ volume: 'anonymous' }, { volume: 'of another engine' }], 'tcp://another:2375');
    thereIs({ volumes: [{ Name: 'anonymous' }] });
    expect(await cleaned()).toEqual({ removed: ['volume anonymous'], left: [], alive: [], standing: 0 });
    expect(readLedgers()).toHaveLength(1);
  });

  test('is no directory but of our own making, whatever a ledger says', async () => {
    const elsewhere = join(temporary(), 'home');
    const names = [join(elsewhere, 'ec-project'), join(temporary(), 'home'), join(temporary(), 'ec-x', '..', 'home')];
    mkdirSync(join(elsewhere, 'ec-project'), { recursive: true });
    deadLedger(names.map((directory) => ({ directory })));
    await cleaned();
    expect(existsSync(join(elsewhere, 'ec-project'))).toBe(true);
    expect(readLedgers()).toEqual([]);
  });
});

describe('of the lab', () => {
  const lab = (owner: string) => ({ [LAB_LABEL]: owner });

  test('what dead runs left is removed, and what stands or goes on is not', async () => {
    new Ledger(ALIVE, 'lab on unix:///x').directory('/nowhere');
    thereIs({
      containers: [
        { Id: 'c1', Names: ['/ec-lab-1'], Labels: lab(DEAD) },
        { Id: 'c2', Names: ['/ec-lab-2'], Labels: lab(ALIVE) },
        { Id: 'c3', Names: ['/ec-lab-3'], Labels: lab(STANDING) },
      ],
      networks: [{ Id: 'n1', Name: 'ec-lab-4', Labels: lab(DEAD) }],
    });
    expect(await cleaned()).toEqual({
      removed: ['container c1', 'network n1'],
      left: [],
      alive: [ALIVE],
      standing: 1,
    });
    expect(removals()).toEqual(['DELETE /containers/c1', 'DELETE /networks/n1']);
  });

  test('a root that a killed build left is removed, on whatever engine it was to be used', async () => {
    const directory = mkdtempSync(join(temporary(), 'ec-'));
    deadLedger([{ directory }], 'lab on unix:///of/an/engine/that/is/gone.sock');
    await cleaned();
    expect(existsSync(directory)).toBe(false);
    expect(readLedgers()).toEqual([]);
  });
});

describe('what would not go', () => {
  // Removal takes twenty seconds to give up.
  withFastClock();

  test('is told, and not as removed; the ledger stays for the next time', async () => {
    deadLedger([{ volume: 'anonymous' }]);
    thereIs({
      containers: [
        { Id: 'c1', Names: ['/x'], Labels: labels(DEAD) },
        { Id: 'c2', Names: ['/y'], Labels: labels(DEAD) },
      ],
      volumes: [{ Name: 'anonymous' }],
      images: [{ Id: 'sha256:1', RepoTags: [`engine-conformance/probe:${DEAD}`] }],
    });
    server
      .on('DELETE /containers/c1', body('device or resource busy', 500))
      .on(`DELETE /images/engine-conformance/probe:${DEAD}`, body('image is being used', 409));
    expect(await cleaned()).toEqual({
      removed: ['container c2', 'volume anonymous'],
      left: [
        'container c1: 500 device or resource busy',
        `image engine-conformance/probe:${DEAD}: 409 image is being used`,
      ],
      alive: [],
      standing: 0,
    });
    expect(readLedgers()).toHaveLength(1);
  });
});

test('an engine that lists nothing readable is trouble, and nothing is removed', async () => {
  server.on('GET /networks', body('no', 500));
  await expect(cleaned()).rejects.toMatchObject({ name: 'UnexpectedAnswer' });
  expect(removals()).toEqual([]);
});
