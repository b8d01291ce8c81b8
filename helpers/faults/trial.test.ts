/** Whether a fault counts as noticed. */
import type { Claim } from '../claims/claim';
import { someTarget } from '../fixtures/facts';
import { body, json } from '../fixtures/http-answers';
import { aClaim, sessionsOfTests } from '../fixtures/session-on';
import type { Fault } from './plant';
import { tryWith } from './trial';
import { answers, refuses, set } from './vocabulary';

const sessions = sessionsOfTests();

const CLAIM = aClaim('network.default.docker0', async ({ engine, verify }) => {
  const { Scope } = await engine.network('bridge');
  verify.equal(Scope, 'local', 'Scope');
});
const FAULT: Fault = {
  what: 'another scope',
  plant: answers('GET /networks/*', set('Scope', 'global')),
  expect: /^Scope/,
};

async function tried(claim: Claim, fault: Fault) {
  const { server, open } = sessions();
  server.on('GET /networks/bridge', json({ Name: 'bridge', Scope: 'local' })).on('GET /_ping', body('OK'));
  const session = open();
  const target = someTarget({ endpoint: server.endpoint });
  return tryWith({ target, facts: session.parts.facts, session }, claim, fault);
}

test('a claim that fails for the reason has noticed it', async () => {
  expect(await tried(CLAIM, FAULT)).toMatchObject({
    claim: 'network.default.docker0',
    what: 'another scope',
    noticed: true,
    verdict: 'fail',
    reason: 'Scope: expected local, observed global',
    planted: 1,
  });
});

test('one that fails for another reason has not', async () => {
  expect(await tried(CLAIM, { ...FAULT, expect: /Driver/ })).toMatchObject({
    noticed: false,
    verdict: 'fail',
    reason: 'not for the reason /Driver/: Scope: expected local, observed global',
  });
});

test('one that passes has not', async () => {
  const blind = aClaim('network.default.docker0', async ({ engine, verify }) => {
    verify.present(await engine.network('bridge'), 'the network');
  });
  expect(await tried(blind, FAULT)).toMatchObject({ noticed: false, verdict: 'pass', reason: '', planted: 1 });
});

test('one that ends in an error has not', async () => {
  const plant = refuses('GET /networks/*', 500, 'no');
  expect(await tried(CLAIM, { what: 'it is refused', plant })).toMatchObject({
    noticed: false,
    verdict: 'error',
    reason: expect.stringMatching(/answered 500: no/),
  });
});

test('a fault that no call was about was not planted', async () => {
  const failing = aClaim('network.default.docker0', async ({ verify }) => verify.equal(1, 2, 'Scope'));
  expect(await tried(failing, FAULT)).toMatchObject({
    noticed: false,
    verdict: 'fail',
    planted: 0,
    reason: 'it was never planted, as no call was such: Scope: expected 2, observed 1',
  });
});

test('a fault that breaks was not planted', async () => {
  const plant = answers('GET /networks/*', () => {
    throw new TypeError('no such field');
  });
  expect(await tried(CLAIM, { ...FAULT, plant })).toMatchObject({
    noticed: false,
    reason: expect.stringMatching(/^the fault itself broke at GET .*networks\/bridge: no such field/),
  });
});

test('what was made is removed, the fault lifted', async () => {
  const { server } = sessions();
  const making = aClaim('network.default.docker0', async ({ make, verify }) => {
    await make.network();
    verify.that(false, 'Scope', 1, 2);
  });
  const plant = refuses(/^(DELETE|GET) .networks/, 500, 'no');
  await tried(making, { what: 'nothing is removed', plant });
  expect(server.calls().filter((call) => call.startsWith('DELETE'))).toEqual([
    expect.stringMatching(/^DELETE .networks/),
  ]);
});

test('the claim is told of the proxy as the way to the engine', async () => {
  let seen: unknown;
  const looking = aClaim('network.default.docker0', async ({ facts, verify }) => {
    seen = facts.endpoint;
    verify.that(true, 'nothing', 1, 1);
  });
  await tried(looking, FAULT);
  expect(seen).toMatchObject({ kind: 'unix', socketPath: expect.stringMatching(/engine-conformance-proxy-/) });
});
