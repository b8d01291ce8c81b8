/** Set-ups that the claims of this chapter share. They are read, never changed. */
import { fixture } from '../../helpers/claims/tools';

/** A container that runs, on no network. */
export const running = fixture('engine.running', ({ make }) => make.container({ network: 'none' }));
