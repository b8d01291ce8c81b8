import { empty, json } from '../fixtures/http-answers';
import { outerEnginesOfTests } from '../fixtures/outer-engine';
import { readLedgers } from '../run/ledger';
import { KIND_LABEL, LAB_LABEL, STANDING } from './marks';
import { removeImages, takeDown } from './standing';
import { surveyHosts } from './survey';
import { sweepLab } from './sweep';

jest.mock('../run/ledger', () => ({ readLedgers: jest.fn(() => []) }));
const ledgers = jest.mocked(readLedgers);

const given = outerEnginesOfTests();
const [DEAD, ALIVE] = ['bcdfghjklm', 'zxwvtsrqpn'];
const labels = (owner: string, kind = 'docker@26.1.5') => ({ [LAB_LABEL]: owner, [KIND_LABEL]: kind });
const container = (id: string, owner?: string) => ({
  Id: id,
  Names: [`/${id}-name`],
  State: 'running',
  Created: 0,
  Labels: owner === undefined ? { other: '1' } : labels(owner),
  Ports: [{ PrivatePort: 2375, PublicPort: 40_000 + Number(id.slice(1)), Type: 'tcp' }],
});

beforeEach(() => {
  ledgers.mockReturnValue([
    { run: ALIVE, endpoint: 'x', alive: true, volumes: [], images: [], directories: [], file: 'x' },
  ]);
  given()
    .server.on('DELETE /*', empty())
    .on(
      'GET /containers/json',
      json([container('c1', DEAD), container('c2', ALIVE), container('c3', STANDING), container('c4')]),
    )
    .on(
      'GET /networks',
      json([
        { Id: 'n1', Name: 'x', Labels: labels(DEAD) },
        { Id: 'n3', Name: 'z', Labels: labels(STANDING) },
        { Id: 'n4', Name: 'bridge' },
      ]),
    )
    .on(
      'GET /volumes',
      json({
        Volumes: [
          { Name: 'v1', Labels: labels(DEAD) },
          { Name: 'v4', Labels: null },
        ],
      }),
    );
});

const removals = () =>
  given()
    .server.calls()
    .filter((call) => call.startsWith('DELETE'))
    .sort();

describe('what runs left', () => {
  test('is removed where the run is over; what stands and what is of others stays', async () => {
    const { removed, left, standing } = await sweepLab(
      given().outer.engine,
      new Set([ALIVE]),
      AbortSignal.timeout(5_000),
    );
    expect(removals()).toEqual(['DELETE /containers/c1', 'DELETE /networks/n1', 'DELETE /volumes/v1']);
    expect({ removed: removed.map(({ id }) => id), left, standing }).toEqual({
      removed: ['c1', 'n1', 'v1'],
      left: [],
      standing: 1,
    });
  });
});

describe('lab down', () => {
  test('removes what stands and what killed runs left, and nothing of a run that goes on', async () => {
    await takeDown(given().outer.engine, []);
    expect(removals()).toEqual([
      'DELETE /containers/c1',
      'DELETE /containers/c3',
      'DELETE /networks/n1',
      'DELETE /networks/n3',
      'DELETE /volumes/v1',
    ]);
  });

  test('of a host by name removes that, and with the last one the network', async () => {
    const { removed } = await takeDown(given().outer.engine, ['c3-name']);
    expect(removals()).toEqual(['DELETE /containers/c3', 'DELETE /networks/n3']);
    expect(removed).toEqual(['container c3-name', 'network n3']);
  });

  test('of one host of several leaves the network', async () => {
    given().server.on('GET /containers/json', json([container('c3', STANDING), container('c5', STANDING)]));
    await takeDown(given().outer.engine, ['c5-name']);
    expect(removals()).toEqual(['DELETE /containers/c5']);
  });

  test.each([
    ['c3-nam', 'did you mean c3-name?'],
    ['c2-name', 'did you mean c3-name?'],
    ['other', 'see the names with: engine-conformance lab status'],
  ])('of a host that does not stand is refused: %s', async (name, mend) => {
    await expect(takeDown(given().outer.engine, [name])).rejects.toMatchObject({ name: 'UsageError', mend });
    expect(removals()).toEqual([]);
  });

  test('of images removes those of the lab, bases last, and tells which are in use', async () => {
    given()
      .server.on(
        'GET /images/json',
        json([
          { Id: '1', RepoTags: ['engine-conformance/lab:base-trixie-1', 'mine:1'] },
          { Id: '2', RepoTags: ['engine-conformance/lab:docker-26.1.5-1'] },
          { Id: '3', RepoTags: null },
        ]),
      )
      .on('DELETE /images/engine-conformance/lab:base-trixie-1', json({ message: 'conflict: in use' }, 409))
      .on('DELETE /images/engine-conformance/lab:docker-26.1.5-1', empty(200));
    const { removed, left } = await removeImages(given().outer.engine);
    expect(removed).toEqual(['image engine-conformance/lab:docker-26.1.5-1']);
    expect(given().server.calls().at(-1)).toBe('DELETE /images/engine-conformance/lab:base-trixie-1');
    expect(left).toEqual(['image engine-conformance/lab:base-trixie-1: 409 conflict: in use']);
  });
});

test('the hosts of the lab are listed with their address and their owner', async () => {
  expect(await surveyHosts(given().outer.engine)).toEqual([
    expect.objectContaining({ name: 'c1-name', owner: DEAD, kind: 'docker@26.1.5', endpoint: 'tcp://127.0.0.1:40001' }),
    expect.objectContaining({ name: 'c2-name', owner: ALIVE }),
    expect.objectContaining({ name: 'c3-name', owner: STANDING, state: 'running' }),
  ]);
});
