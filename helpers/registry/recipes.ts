/** Registries of the lab that differ in where their data is. */

import type { PackageRecipe } from '../lab/recipe';
import { REGISTRY } from '../lab/services';

/** Where registry 2 keeps its data where its configuration says nothing. Source: distribution v2.8, filesystem/driver.go. */
export const REGISTRY_ROOT = '/var/lib/registry';

/** As the official image of registry 2: plain HTTP, and nothing said of where the data is. Manifests can be deleted. */
const CONFIG = `version: 0.1
storage:
  delete: {enabled: true}
  filesystem:
http: {addr: ':5000'}
`;

/**
 * A registry whose volume is mounted there; the data is in it where that is its own root.
 *
 * @param mount a directory of the registry's host
 */
export function registryWithVolumeAt(mount: string): PackageRecipe {
  return {
    ...REGISTRY,
    files: { '/etc/docker/registry/lab.yml': CONFIG },
    command: (flags) => ['docker-registry', 'serve', ...flags, '/etc/docker/registry/lab.yml'],
    data: mount,
  };
}
