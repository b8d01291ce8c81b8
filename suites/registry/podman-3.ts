import type { EngineChange } from '../../helpers/claims/changes';

/** Podman 3.0.1 pushes nothing by its Docker API, and so leaves nothing in a registry to be asked for. */
export const PUSHES_NOTHING: EngineChange = {
  vendor: 'podman',
  engine: '3.0.1',
  why: 'Its push finds no image under the name of a registry: "destination image name must be specified".',
  reference: 'measured on 3.0.1',
};
