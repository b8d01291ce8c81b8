/** Hosts of the lab that one claim starts for itself. */
import type { LabTools } from '../claims/cluster';
import type { TargetLab } from '../target/target';
import type { Belongings } from './belongings';

/**
 * The tools of a claim; its hosts go when it is over. Its networks go with the lab, at the end of the run.
 *
 * @throws TypeError where the target is not of the lab, which a need decides before
 */
export function labTools(startedBy: TargetLab | undefined, belongings: Belongings): LabTools {
  if (startedBy === undefined)
    throw new TypeError('the target is not of the lab, and the claim does not say that it needs it');
  const { lab, recipe, network } = startedBy;
  return {
    recipe,
    startHost: async (options) => {
      const host = await lab.startHost({ network, ...options });
      belongings.addAction(async () => {
        const left = await host.dispose();
        if (left !== undefined) throw new Error(left);
      });
      return host;
    },
    network: () => lab.network(),
  };
}
