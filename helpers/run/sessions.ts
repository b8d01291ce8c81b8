/** The sessions of this process: jest's environment finds here what the command line prepared. */

import { loadConfig } from '../target/config';
import { resolveTargets } from '../target/resolve';
import { newRunId } from './identity';
import { type PreparedTarget, prepareTarget } from './prepare';
import { reachTarget } from './reach-target';
import type { Session } from './session';

export interface OpenSession {
  readonly session: Session;
  /** Ids of the claims that were selected; null for all. */
  readonly selected: ReadonlySet<string> | null;
  close(): Promise<void>;
}

const open = new Map<string, OpenSession>();

/** Makes a prepared session findable under a key until it is closed. */
export function register(key: string, prepared: PreparedTarget, selected: ReadonlySet<string>): void {
  open.set(key, { session: prepared.session, selected, close: async () => void open.delete(key) });
}

/** The sessions of these keys; throws where one was not registered in this process. */
export function sessionsFor(keys: readonly string[]): OpenSession[] {
  return keys.map((key) => {
    const session = open.get(key);
    if (session === undefined) throw new Error(`no session ${key} was prepared in this process`);
    return session;
  });
}

/** Prepares the default target (DOCKER_HOST, context, default socket): for suites that jest runs without our command. */
export async function openDefaultSession(): Promise<OpenSession> {
  const config = loadConfig(undefined, process.cwd());
  const [target] = resolveTargets({ targets: [], config, env: process.env });
  if (target === undefined) throw new Error('no default target');
  const prepared = await prepareTarget(await reachTarget(target, undefined), {
    runId: newRunId(),
    repeat: 1,
    signal: new AbortController().signal,
    progress: () => {},
  });
  return {
    session: prepared.session,
    selected: null,
    close: async () => {
      const { left } = await prepared.putBack();
      if (left.length > 0) throw new Error(`left on ${target.id}: ${left.join('; ')}`);
    },
  };
}
