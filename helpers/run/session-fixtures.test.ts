import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fixture } from '../claims/tools';
import { body, type HttpAnswers, httpAnswers, json } from '../fixtures/http-answers';
import { aClaim, answerLifecycle, type OpenSession, RUN, sessionOn } from '../fixtures/session-on';
import { ClaimFailure } from '../verdict/failure';
import { MAKER_LABEL, RUN_LABEL } from './identity';
import { readLedgers } from './ledger';
import type { SessionParts } from './session';

let server: HttpAnswers;
let directory: string;
let opened: OpenSession[];
beforeEach(async () => {
  server = answerLifecycle(await httpAnswers());
  directory = mkdtempSync(join(tmpdir(), 'session-'));
  opened = [];
});
afterEach(async () => {
  for (const each of opened) await each.close();
  await server.close();
  rmSync(directory, { recursive: true, force: true });
});

function open(more: Partial<SessionParts> = {}) {
  const made = sessionOn(server, directory, more);
  opened.push(made);
  return made.session;
}

const idOf = (number: number) => number.toString(16).padStart(64, '0');
const removals = () => server.calls().filter((call) => call.startsWith('DELETE'));

describe('a fixture', () => {
  test('is built once for all its users, and the evidence of each begins with it', async () => {
    const network = fixture('network', ({ make }) => make.network());
    const user = (id: string) =>
      aClaim(id, async ({ use, verify }) => verify.equal((await use(network)).id, idOf(1), 'the id'));
    const session = open();
    const results = await Promise.all(['engine.a', 'engine.b', 'engine.c'].map((id) => session.judge(user(id))));
    expect(server.calls()).toEqual(['POST /networks/create']);
    for (const { verdict, evidence } of results) {
      expect(verdict).toBe('pass');
      expect(evidence.calls.map(({ phase, path }) => [phase, path])).toEqual([['setup', '/v1.23/networks/create']]);
    }
    expect(JSON.parse(server.asked[0]?.body ?? '').Labels).toEqual({ [RUN_LABEL]: RUN, [MAKER_LABEL]: 'fixture network' });
  });

  test('that uses another shows the calls of both, each once, in order', async () => {
    const network = fixture('network', ({ make }) => make.network());
    const container = fixture('container', async ({ make, use }) => make.container({ network: (await use(network)).name }));
    const result = await open().judge(
      aClaim('engine.a', async ({ use, verify }) => {
        await use(container);
        await use(network);
        await use(container);
        verify.that(true, 'w', 1, 1);
      }),
    );
    expect(result.evidence.calls.map(({ path }) => path.split('?')[0])).toEqual([
      '/v1.23/networks/create',
      '/v1.23/containers/create',
      `/v1.23/containers/${idOf(2)}/start`,
    ]);
  });

  test.each<[string, () => Promise<never>]>([
    ['throws', async () => Promise.reject(new Error('no room'))],
    ['fails a verification', async () => Promise.reject(new ClaimFailure('no room', 1, 2))],
  ])('that %s makes errors of all its users and is not built again', async (_what, build) => {
    let builds = 0;
    const broken = fixture('broken', () => {
      builds += 1;
      return build();
    });
    const session = open();
    const user = (id: string) => aClaim(id, async ({ use, verify }) => verify.that(Boolean(await use(broken)), 'w', 1, 1));
    for (const id of ['engine.a', 'engine.b']) {
      expect(await session.judge(user(id))).toMatchObject({
        verdict: 'error',
        reason: expect.stringMatching(/^the set-up "broken" broke: no room/),
      });
    }
    expect(builds).toBe(1);
  });

  test('whose calls are refused shows them to each of its users', async () => {
    server.on('POST /networks/create', body('no more addresses', 500));
    const network = fixture('network', ({ make }) => make.network());
    const result = await open().judge(aClaim('engine.a', async ({ use }) => void (await use(network))));
    expect(result).toMatchObject({ verdict: 'error', reason: expect.stringContaining('no more addresses') });
    expect(result.evidence.calls).toEqual([expect.objectContaining({ phase: 'setup', status: 500 })]);
  });

  test('stays until the end of the run, though the claim that asked first gave up', async () => {
    const slow = fixture('slow', async ({ make }) => {
      await delay(40);
      return make.network();
    });
    const session = open();
    const user = (id: string, limitMs: number) =>
      aClaim(id, async ({ use, verify }) => verify.equal((await use(slow)).id, idOf(1), 'the id'), { limitMs });
    expect((await session.judge(user('engine.a', 10))).verdict).toBe('error');
    expect((await session.judge(user('engine.b', 5_000))).verdict).toBe('pass');
    expect(removals()).toEqual([]);
    expect(await session.dispose()).toEqual([]);
    expect(removals()).toEqual([`DELETE /networks/${idOf(1)}`]);
  });
});

describe('what a claim made', () => {
  const make = (id: string, end: Parameters<typeof aClaim>[1], more = {}) =>
    aClaim(
      id,
      async (tools) => {
        await tools.make.network();
        await tools.make.container();
        await tools.make.volume();
        await end(tools);
      },
      more,
    );

  test.each<[string, Parameters<typeof aClaim>[1]]>([
    ['passed', async ({ verify }) => verify.that(true, 'w', 1, 1)],
    ['failed', async ({ verify }) => verify.that(false, 'w', 1, 2)],
    ['broke', async () => Promise.reject(new Error('broken'))],
    ['did not end', () => new Promise(() => {})],
  ])('is removed when it %s, before the run ends', async (_what, end) => {
    const session = open();
    await session.judge(make('engine.a', end, { limitMs: 150 }));
    expect(await session.dispose()).toEqual([]);
    expect(removals().sort()).toEqual([
      `DELETE /containers/${idOf(2)}`,
      `DELETE /networks/${idOf(1)}`,
      expect.stringMatching(/^DELETE \/volumes\/ec-bcdfghjklm-\d$/),
    ]);
  });

  test('is removed though the run is interrupted', async () => {
    const interruption = new AbortController();
    const session = open({ signal: interruption.signal });
    await session.judge(make('engine.a', async () => interruption.abort()));
    expect(await session.dispose()).toEqual([]);
    expect(removals()).toHaveLength(3);
  });

  test('is removed too where the container does not start', async () => {
    server.on(`POST /containers/${idOf(1)}/start`, body('no such file', 500));
    const session = open();
    await session.judge(aClaim('engine.a', async ({ make: maker }) => void (await maker.container())));
    expect(await session.dispose()).toEqual([]);
    expect(removals()).toEqual([`DELETE /containers/${idOf(1)}`]);
  });

  test('includes its directories', async () => {
    const session = open();
    const paths: string[] = [];
    await session.judge(aClaim('engine.a', async ({ make: maker }) => void paths.push(await maker.directory())));
    await session.dispose();
    expect(paths).toHaveLength(1);
    expect(existsSync(paths[0] ?? '')).toBe(false);
    expect(readLedgers(directory)[0]?.directories).toEqual(paths);
  });

  test('is labelled with the run and the claim', async () => {
    await open().judge(aClaim('engine.a', async ({ make: maker }) => void (await maker.volume())));
    expect(JSON.parse(server.asked[0]?.body ?? '').Labels).toEqual({ [RUN_LABEL]: RUN, [MAKER_LABEL]: 'engine.a' });
  });
});

describe('anonymous volumes', () => {
  const inspect = (mounts: unknown) => server.on(`GET /containers/${idOf(1)}/json`, json({ Id: idOf(1), Mounts: mounts }));
  const withVolume = aClaim('engine.a', async ({ make, verify }) => {
    await make.container({ volumes: ['/data'] });
    verify.that(true, 'w', 1, 1);
  });

  test('are written down before the claim goes on, removed at the end, and are no evidence', async () => {
    inspect([{ Name: 'anonymous', Destination: '/data' }, { Source: '/host', Destination: '/bind' }]);
    const session = open();
    const result = await session.judge(withVolume);
    expect(result.verdict).toBe('pass');
    expect(server.calls().slice(0, 3)).toEqual(['POST /containers/create', `GET /containers/${idOf(1)}/json`, `POST /containers/${idOf(1)}/start`]);
    expect(result.evidence.calls.map(({ method }) => method)).toEqual(['POST', 'POST']);
    expect(readLedgers(directory)[0]?.volumes).toEqual(['anonymous']);
    await session.dispose();
    expect(removals()).toContain('DELETE /volumes/anonymous');
  });

  test('of a container that shows none are none', async () => {
    inspect(null);
    const session = open();
    expect((await session.judge(withVolume)).verdict).toBe('pass');
    await session.dispose();
    expect(readLedgers(directory)[0]?.volumes).toEqual([]);
    expect(removals()).toEqual([`DELETE /containers/${idOf(1)}`]);
  });

  test('are not asked for where the container has none', async () => {
    await open().judge(aClaim('engine.a', async ({ make }) => void (await make.created())));
    expect(server.calls().filter((call) => call.startsWith('GET'))).toEqual([]);
  });
});
