/** What names a container resolves. */
import type { ContainerRef } from '../../helpers/claims/maker';
import type { Engine } from '../../helpers/engine/engine';
import { type NameResult, parseResolveName, resolveName } from '../../helpers/probe/commands';
import { looks } from './looks';

/** An engine answers within milliseconds; a name that nobody knows is asked for until this limit. */
const LIMIT_SECONDS = 1;

/** Asks for the addresses of names, all at once; in the order given. */
export async function lookUp(engine: Engine, from: ContainerRef, names: readonly string[]): Promise<NameResult[]> {
  const ended = await looks(
    engine,
    from,
    names.map((name) => resolveName(name, LIMIT_SECONDS)),
  );
  return ended.map(({ stdout, stderr }) => parseResolveName(`${stdout}\n${stderr}`));
}
