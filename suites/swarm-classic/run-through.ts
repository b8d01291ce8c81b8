/** `docker run` through a manager of Standalone Swarm. */
import type { Place } from '../../helpers/claims/cluster';
import type { ContainerOptions } from '../../helpers/claims/maker';
import { errorMessage } from '../../helpers/engine/answer';
import { type Attempt, attemptRun } from '../network/attempt';

/** How often a container is asked for anew. */
const ATTEMPTS = 3;

/**
 * A manager that looks for a container it has just created may find that the list of its engine does not hold it yet, and says
 * so: whoever asked asks again. Source: docker/swarm 1.2.1, cluster/engine.go; seen there when many claims run at once.
 */
const NOT_REPORTED_BACK = /refresh didn't report it back/;

/** Creates and starts a container, and stops at the first refusal that stands. */
export async function runThrough(manager: Place, options: ContainerOptions): Promise<Attempt> {
  for (let number = 1; ; number += 1) {
    const attempt = await attemptRun(manager, options);
    if (number === ATTEMPTS || !NOT_REPORTED_BACK.test(errorMessage(attempt.answer))) return attempt;
  }
}
