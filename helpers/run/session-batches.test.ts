import { fixture } from '../claims/tools';
import { aClaim, sessionsOfTests } from '../fixtures/session-on';

const current = sessionsOfTests();
const calls = (beginning: string) => current().server.calls(beginning);

const network = fixture('network', ({ make }) => make.network());
const container = fixture('container', async ({ make, use }) => make.container({ network: (await use(network)).name }));
const user = (id: string, more: { sharesWith?: 'network' } = {}) =>
  aClaim(id, async ({ use, verify }) => void verify.present(await use(container), 'the container'), more);

describe('fixtures', () => {
  test('are removed, containers first, when the last claim of their batch is done', async () => {
    const session = current().open();
    const [first, guest, other] = [user('network.a'), user('engine.a', { sharesWith: 'network' }), user('engine.b')];
    session.expect([first, guest, other]);
    await session.judge(first);
    expect(calls('DELETE')).toEqual([]);
    await session.judge(guest);
    await session.dispose();
    expect(calls('DELETE').map((call) => call.split('/')[1])).toEqual(['containers', 'networks']);
  });

  test('are built anew for a claim of another batch that comes later', async () => {
    const session = current().open();
    const [first, later] = [user('network.a'), user('engine.b')];
    session.expect([first, later]);
    expect((await session.judge(first)).verdict).toBe('pass');
    expect((await session.judge(later)).verdict).toBe('pass');
    expect(calls('POST /networks/create')).toHaveLength(2);
  });

  test('stay while a claim of another batch that used them is still to come', async () => {
    const session = current().open();
    const claims = [user('network.a'), user('engine.b'), user('engine.c')] as const;
    session.expect(claims);
    await session.judge(claims[1]);
    await session.judge(claims[0]);
    expect(calls('DELETE')).toEqual([]);
    await session.judge(claims[2]);
    await session.dispose();
    expect(calls('POST /networks/create')).toHaveLength(1);
    expect(calls('DELETE')).toHaveLength(2);
  });

  test('stay to the end where nobody told what is to come', async () => {
    const session = current().open();
    await session.judge(user('network.a'));
    expect(calls('DELETE')).toEqual([]);
    await session.dispose();
    expect(calls('DELETE')).toHaveLength(2);
  });
});
