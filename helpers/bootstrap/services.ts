/**
 * Keeping services from being started by the installation of their packages: Debian's maintainer scripts ask
 * /usr/sbin/policy-rc.d (invoke-rc.d(8)), and exit status 101 forbids.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isRunning, ownIdentity, type ProcessIdentity } from './process-table';

const POLICY = '/usr/sbin/policy-rc.d';
const MARK = /^# engine-conformance: process (\d{1,10}) of (\d{1,20})$/m;

/** The policy of a process, which its text names. */
export function policyText(owner: ProcessIdentity): string {
  return `#!/bin/sh
# engine-conformance: process ${owner.pid} of ${owner.startTime}
# Services stay as they are while it installs packages. Where that process has ended this file may be removed.
exit 101
`;
}

/** Whose policy a text is; undefined where it is not one of ours. */
export function policyOwner(text: string): ProcessIdentity | undefined {
  const mark = MARK.exec(text);
  return mark?.[1] === undefined || mark[2] === undefined ? undefined : { pid: Number(mark[1]), startTime: mark[2] };
}

/** Does the work while no service can be started by a package; a policy that the system has is kept. */
export async function withoutServices<T>(work: () => Promise<T>, policy = POLICY): Promise<T> {
  removeStalePolicy(policy);
  if (existsSync(policy)) return work();
  writeFileSync(policy, policyText(ownIdentity()), { mode: 0o755, flag: 'wx' });
  try {
    return await work();
  } finally {
    rmSync(policy, { force: true });
  }
}

/** Removes a policy that a killed run left. */
export function removeStalePolicy(policy = POLICY): void {
  if (!existsSync(policy)) return;
  const owner = policyOwner(readFileSync(policy, 'utf8'));
  if (owner !== undefined && !isRunning(owner)) rmSync(policy, { force: true });
}
