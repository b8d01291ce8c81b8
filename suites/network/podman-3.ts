/** What Podman 3 is known to do otherwise in this chapter: measured on 3.0.1, on Debian's build. */
import type { EngineChange } from '../../helpers/claims/changes';

const PODMAN_3 = { vendor: 'podman', engine: '>=3.0.1 <4.0.0', reference: 'measured on 3.0.1' } as const;

export const NAMES_UNKNOWN: EngineChange = {
  ...PODMAN_3,
  why: 'It answers no names: it comes without the plugin dnsname.',
};
export const BRIDGES_JOINED: EngineChange = { ...PODMAN_3, why: 'Nothing isolates its bridges from each other.' };
export const JOINED_BY_NAME_ALONE: EngineChange = {
  ...PODMAN_3,
  why: 'A network is joined by its name alone: by its id that is refused with 500.',
};
export const ADDRESS_PASSED_OVER: EngineChange = { ...PODMAN_3, why: 'It passes over the address that is asked for.' };
export const CONNECTS_MODES: EngineChange = {
  ...PODMAN_3,
  why: 'It says that a container of host or none is connected.',
};
