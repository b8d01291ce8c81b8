import { Transcript } from '../engine/transcript';
import { someFacts, someTarget } from '../fixtures/facts';
import { aClaim, sessionsOfTests } from '../fixtures/session-on';
import type { ClusterHost, HostCommands } from '../target/cluster';
import { recordedOn } from './host-of-claim';

const current = sessionsOfTests();
const elsewhere = { local: false, reason: 'it is elsewhere' } as const;
const reached = { host: elsewhere, hostByCommands: { usable: true, tools: [] } } as const;
const saying = (stdout: string): HostCommands => ({ run: async () => ({ exitCode: 0, stdout, stderr: '' }) });

/** What a claim reads on the engine's host, and the commands that are its evidence. */
async function readBy(commands: HostCommands | undefined, facts: Parameters<typeof someFacts>[0]) {
  const target = someTarget(commands === undefined ? {} : { commands });
  const session = current().open({ target, facts: someFacts(facts) });
  let text = '';
  const result = await session.judge(
    aClaim('volume.a', async ({ host, verify }) => {
      text = await host.read('/proc/sys/kernel/ostype');
      verify.that(true, 'a file', '', '');
    }),
  );
  return { text, reason: result.reason, ran: result.evidence.commands.map(({ host }) => host) };
}

test('the host of a claim is this machine where that is the engine’s', async () => {
  expect(await readBy(saying('there'), {})).toEqual({ text: 'Linux\n', reason: null, ran: [] });
});

test('it is reached by the target’s commands where it is another, and they are evidence', async () => {
  expect(await readBy(saying('there'), reached)).toEqual({ text: 'there', reason: null, ran: ["the engine's host"] });
});

test.each<[string, HostCommands | undefined, Parameters<typeof someFacts>[0]]>([
  ['no commands', undefined, reached],
  ['commands that were proven to run elsewhere', saying(''), { host: elsewhere, hostByCommands: null }],
])('a claim that does not say that it needs it is in error where there are %s', async (_what, commands, facts) => {
  expect((await readBy(commands, facts)).reason).toMatch(/^the claim does not say that it needs the engine's host/);
});

test('commands on a host of a cluster are evidence under its name', async () => {
  const transcript = new Transcript('body');
  const { commands }: Pick<ClusterHost, 'commands'> = { commands: saying('up\n') };
  if ('absent' in commands) throw new Error('no commands');
  await recordedOn('host2', commands.run, transcript)(['uptime', '-p']);
  expect(transcript.evidence('full').commands).toEqual([
    { host: 'host2', command: 'uptime -p', exitCode: 0, stdout: 'up\n', stderr: '', ms: expect.any(Number) },
  ]);
});
