/** The containers of a service, as the hosts themselves know them. */
import type { ClaimTools } from '../../helpers/claims/tools';
import { SERVICE_ID_LABEL } from '../../helpers/swarm/containers-gone';
import type { ServiceRef } from './service';

/** A container is stopped and removed within a second; a host that is busy takes longer. */
const GONE_MS = 20_000;

/** How many containers of the service run on each host come to be as is expected. */
export async function verifyContainers(
  { cluster, verify }: Pick<ClaimTools, 'cluster' | 'verify'>,
  service: ServiceRef,
  what: string,
  accept: (counts: readonly number[]) => boolean,
  expected: string,
): Promise<void> {
  const filters = { label: [`${SERVICE_ID_LABEL}=${service.id}`], status: ['running'] };
  await verify.eventually(
    what,
    () => Promise.all(cluster.hosts.map(async ({ engine }) => (await engine.containers(filters)).length)),
    accept,
    { withinMs: GONE_MS, expected },
  );
}

export function sum(counts: readonly number[]): number {
  return counts.reduce((a, b) => a + b, 0);
}
