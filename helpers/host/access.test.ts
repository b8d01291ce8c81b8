import { readFileSync } from 'node:fs';
import { CONTAINER, enginesOfTests } from '../fixtures/engines-of-tests';
import { HERE } from '../fixtures/host-view';
import { json } from '../fixtures/http-answers';
import { runCommand } from '../run/command';
import type { HostCommand } from '../target/cluster';
import type { HostView } from '../target/host';
import { proveCommands } from './access';

/** A file of this machine, as the engine's own file of a container's name. */
const FILE = '/proc/sys/kernel/hostname';
const NAME = readFileSync(FILE, 'utf8').trim();
const current = enginesOfTests();

/** Commands of this machine, but for what they print. */
function printing(change: (said: string) => string = (said) => said): HostCommand {
  return async ([file = '', ...args]) => {
    const result = await runCommand(file, args);
    return { ...result, stdout: change(result.stdout) };
  };
}

const asRoot = (said: string) => said.replace(/^\d+$/m, '0');

function prove(run: HostCommand, view: Partial<HostView> = {}, inspect = { HostnamePath: FILE, Hostname: NAME }) {
  const { HostnamePath, Hostname } = inspect;
  current().server.on(`GET /containers/${CONTAINER.id}/json`, json({ HostnamePath, Config: { Hostname } }));
  return proveCommands({ ...HERE, ...view }, current().engine(), run);
}

const reasonOf = async (proof: ReturnType<typeof prove>) => (await proof) as { readonly reason?: string };
const ELSEWHERE = "the commands that are to run on the engine's host run elsewhere";

describe('commands that are to reach the engine’s host', () => {
  test('do so where boot, network and the file of the container’s name are the same, with what is there', async () => {
    expect(await prove(printing(asRoot))).toEqual({ usable: true, tools: expect.arrayContaining(['bash']) });
    const few = (said: string) => asRoot(said).replace(/^.*\bbash\b.*$/m, 'ping');
    expect(await prove(printing(few))).toEqual({ usable: true, tools: ['ping'] });
  });

  test.each<[string, Partial<HostView>, { readonly HostnamePath: string; readonly Hostname: string }]>([
    ['another boot', { bootId: 'another' }, { HostnamePath: FILE, Hostname: NAME }],
    ['another network', { networkNamespace: 'net:[1]' }, { HostnamePath: FILE, Hostname: NAME }],
    ['a file with another name', {}, { HostnamePath: FILE, Hostname: `not-${NAME}` }],
    ['no such file', {}, { HostnamePath: '/no/such/file', Hostname: NAME }],
    ['a file, and no name to hold it against', {}, { HostnamePath: '/dev/null', Hostname: '' }],
  ])('run elsewhere where they see %s', async (_what, view, inspect) => {
    expect((await reasonOf(prove(printing(asRoot), view, inspect))).reason).toBe(ELSEWHERE);
  });

  test('are of no use where they are not run as root, or come to no end', async () => {
    const asOther = (said: string) => said.replace(/^\d+$/m, '1000');
    expect((await reasonOf(prove(printing(asOther)))).reason).toMatch(/not run as root/);
    const broken: HostCommand = () => Promise.reject(new Error('ssh: no route'));
    expect((await reasonOf(prove(broken))).reason).toMatch(/come to no end: ssh: no route$/);
  });
});
