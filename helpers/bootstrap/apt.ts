/** apt-get, so that it asks nothing, waits for others and ends in bounded time. */
import { oneLine } from '../target/quoted';
import { UsageError } from '../usage-error';
import { poll } from '../verdict/poll';
import { runTool, type ToolEnd } from './tool';

/** How long another apt or dpkg is waited for. */
const LOCK_LIMIT_SECONDS = 300;
const UPDATE_LIMIT_MS = 300_000;
const INSTALL_LIMIT_MS = 900_000;

const ENVIRONMENT = {
  DEBIAN_FRONTEND: 'noninteractive',
  APT_LISTCHANGES_FRONTEND: 'none',
  // Ubuntu's needrestart would ask, or restart services.
  NEEDRESTART_SUSPEND: '1',
};
const OPTIONS = [
  ...['-q', '-y'],
  ...['-o', `DPkg::Lock::Timeout=${LOCK_LIMIT_SECONDS}`],
  ...['-o', 'Dpkg::Options::=--force-confdef'],
  ...['-o', 'Dpkg::Options::=--force-confold'],
  ...['-o', 'Acquire::Retries=2'],
];

/** The version that would be installed, from the output of `apt-cache policy`; undefined where there is none. */
export function parseCandidate(text: string): string | undefined {
  const candidate = /^ {2}Candidate: (\S+)/m.exec(text)?.[1];
  return candidate === '(none)' ? undefined : candidate;
}

/** The version of a package that apt would install, or undefined where it knows none. */
export async function candidateOf(name: string): Promise<string | undefined> {
  const { status, stdout } = await runTool('apt-cache', ['policy', name], { limitMs: 60_000 });
  return status === 0 ? parseCandidate(stdout) : undefined;
}

/**
 * Fetches the lists of packages. apt-get does not wait for the lock of another update by itself.
 *
 * @throws UsageError where that fails
 */
export async function updateLists(): Promise<void> {
  const signal = AbortSignal.timeout(LOCK_LIMIT_SECONDS * 1000 + UPDATE_LIMIT_MS);
  const { last } = await poll(
    () => runTool('apt-get', [...OPTIONS, 'update'], { env: ENVIRONMENT, limitMs: UPDATE_LIMIT_MS }),
    (end) => !isLocked(end),
    LOCK_LIMIT_SECONDS * 1000,
    signal,
  );
  const trouble = troubleOf(last);
  if (trouble !== undefined) throw new UsageError(`apt-get update failed: ${trouble}`, 'apt-get update');
}

/** Installs packages and what they depend on, and nothing that they only recommend. Returns why it failed, if it did. */
export async function install(names: readonly string[]): Promise<string | undefined> {
  const args = [...OPTIONS, '--no-install-recommends', 'install', ...names];
  return troubleOf(await runTool('apt-get', args, { env: ENVIRONMENT, limitMs: INSTALL_LIMIT_MS }));
}

/** Does the end of apt-get say that another one holds a lock? */
export function isLocked(end: ToolEnd): boolean {
  return end.status !== 0 && /Could not get lock|Unable to lock|is another process using it/.test(end.stderr);
}

/** Why apt-get failed, in its own first words of error; undefined where it did not. */
export function troubleOf(end: ToolEnd): string | undefined {
  if (end.status === 0) return undefined;
  if (end.status === null) return 'it took too long, or was killed';
  const errors = end.stderr.split('\n').filter((line) => /^(E:|dpkg: error)/.test(line));
  return oneLine(errors.slice(0, 2).join(' ') || end.stderr || `status ${end.status}`, 300);
}
