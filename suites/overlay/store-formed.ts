/** Whether the hosts form the cluster that they were to form. */
import type { ClaimTools } from '../../helpers/claims/tools';

/** The claim fails where they do not; what the engine wrote that refused or died is its evidence. */
export function verifyFormed({ cluster, verify }: Pick<ClaimTools, 'cluster' | 'verify'>): void {
  const formation = cluster.formation();
  const observed = formation.formed ? 'formed' : formation.reason;
  verify.that(formation.formed, 'the cluster of the hosts', 'formed', observed);
}
