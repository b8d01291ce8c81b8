/** How the name of a service leads to its tasks. */
import type { ClaimTools } from '../../helpers/claims/tools';
import { httpGet, parseHttpGet } from '../../helpers/probe/commands';
import { SERVE_PORT } from '../../helpers/probe/scripts';
import { lookUp } from '../network/names';
import { GOSSIP_MS, type OnHost } from '../overlay/across';

/** The addresses that a name resolves to come to be these; in any order. */
export async function verifyResolves(
  verify: ClaimTools['verify'],
  what: string,
  { host, container }: OnHost,
  name: string,
  expected: readonly string[],
): Promise<void> {
  const wanted = [...expected].sort().join(', ');
  await verify.eventually(
    what,
    async () => (await lookUp(host.engine, container, [name]))[0]?.addresses ?? [],
    (found) => [...found].sort().join(', ') === wanted,
    { withinMs: GOSSIP_MS, expected: wanted },
  );
}

/** Asked again and again at one name or address, every container of these answers at some time, and nobody else does. */
export async function verifyAllAnswer(
  verify: ClaimTools['verify'],
  what: string,
  { host, container }: OnHost,
  nameOrAddress: string,
  members: readonly OnHost[],
): Promise<void> {
  const names = await Promise.all(members.map((member) => hostNameOf(verify, member)));
  const answered = new Set<string>();
  const ask = httpGet(nameOrAddress, SERVE_PORT, '/name', 1);
  await verify.eventually(
    what,
    async () => {
      const { outcome, body } = parseHttpGet(await host.engine.exec(container, ask));
      if (outcome === 'answered') answered.add(body.trim());
      return [...answered].sort();
    },
    () => names.every((name) => answered.has(name)),
    { withinMs: GOSSIP_MS, expected: `all of ${names.join(', ')}` },
  );
  verify.equal([...answered].sort(), [...names].sort(), 'all who answered');
}

async function hostNameOf(verify: ClaimTools['verify'], { host, container }: OnHost): Promise<string> {
  const { Config } = await host.engine.inspect(container);
  return verify.present(Config?.Hostname, `the host name of a task on ${host.name}`);
}
