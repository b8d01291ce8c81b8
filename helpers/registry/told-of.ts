/** How an engine of the lab is told to use registries over plain HTTP. */
import type { LabHostOptions } from '../lab/lab-host';
import type { TargetFacts } from '../target/facts';

/** Of Podman a file of its own in the directory of registries. Source: containers-registries.conf.d(5). */
const PODMAN_FILE = '/etc/containers/registries.conf.d/engine-conformance.conf';

/** @param addresses as they stand in the names of images: `10.0.0.7:5000` */
export function toldOf(
  vendor: TargetFacts['vendor'],
  addresses: readonly string[],
): Pick<LabHostOptions, 'flags' | 'files'> {
  if (vendor !== 'podman') return { flags: addresses.map((address) => `--insecure-registry=${address}`) };
  const entries = addresses.map((address) => `[[registry]]\nlocation = "${address}"\ninsecure = true\n`);
  return { files: { [PODMAN_FILE]: entries.join('\n') } };
}
