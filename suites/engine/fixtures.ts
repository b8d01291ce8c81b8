/** What the claims of this chapter share. */
import { fixture } from '../../helpers/claims/tools';

/**
 * For containers whose network is not the subject. A network namespace, even an empty one, is the most costly part of
 * starting a container: without one it takes half the time.
 */
export const ON_HOST = { network: 'host' } as const;

/** A container that runs, with a host name of its own. It is read, never changed. */
export const running = fixture('engine.running', ({ make }) => make.container({ network: 'none' }));
