/** What all claims of this chapter need. */
import { api, swarmMode } from '../../helpers/claims/needs';

/** Swarm mode came with Docker 1.12, whose API is 1.24. */
export const inSwarm = [swarmMode, api('>=1.24')];

/** An overlay network that containers of one's own can join came with API 1.25. */
export const onAttachable = [swarmMode, api('>=1.25')];
