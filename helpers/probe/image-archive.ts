/**
 * The probe image as an archive that engines load: unlike an import, which names the time it was made at, it gives the image
 * one id on all of them.
 */
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { pack } from 'tar-stream';
import type { Architecture } from './elf';

/** Fixed, so that the id does not depend on the clock. */
const MADE = '2016-06-23T00:00:00Z';

/**
 * The archive for `images/load`, in the form of `docker save` since 1.10. Source: moby, image/spec/v1.2.md.
 *
 * @param layer the root as a tar archive
 * @param reference by which the engine knows the image then
 */
export function imageArchive(layer: Buffer, architecture: Architecture, reference: string): Promise<Buffer> {
  const config = JSON.stringify({
    ...{ architecture, os: 'linux', created: MADE, config: {} },
    rootfs: { type: 'layers', diff_ids: [`sha256:${digestOf(layer)}`] },
    history: [{ created: MADE, comment: 'engine-conformance' }],
  });
  const names = { config: `${digestOf(config)}.json`, layer: `${digestOf(layer)}/layer.tar` };
  const manifest = JSON.stringify([{ Config: names.config, RepoTags: [reference], Layers: [names.layer] }]);
  const packing = pack();
  const whole = buffer(packing);
  packing.entry({ name: names.config }, config);
  packing.entry({ name: names.layer }, layer);
  packing.entry({ name: 'manifest.json' }, manifest);
  packing.finalize();
  return whole;
}

function digestOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
