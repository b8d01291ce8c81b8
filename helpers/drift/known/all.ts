/** All drift that is known. */
import { DOCKER_CONTAINERS } from './docker-containers';
import { DOCKER_ENGINE } from './docker-engine';
import { DOCKER_HOST_CONFIG } from './docker-host-config';
import { DOCKER_IMAGES } from './docker-images';
import { DOCKER_NETWORKS_AND_VOLUMES } from './docker-networks-volumes';
import { DOCKER_SWARM } from './docker-swarm';
import { PODMAN_3_ALONE } from './podman-3';
import { PODMAN_CONTAINERS } from './podman-containers';
import { PODMAN_ENGINE } from './podman-engine';
import { PODMAN_NETWORKS_AND_IMAGES } from './podman-networks-images';
import type { KnownDrift } from './vocabulary';

export const KNOWN_DRIFT: readonly KnownDrift[] = [
  ...DOCKER_CONTAINERS,
  ...DOCKER_HOST_CONFIG,
  ...DOCKER_NETWORKS_AND_VOLUMES,
  ...DOCKER_IMAGES,
  ...DOCKER_ENGINE,
  ...DOCKER_SWARM,
  ...PODMAN_CONTAINERS,
  ...PODMAN_NETWORKS_AND_IMAGES,
  ...PODMAN_ENGINE,
  ...PODMAN_3_ALONE,
];
