/**
 * The probe image on a host of a cluster: under one reference, and with one id, on all of them. A container or a task that
 * somebody else schedules is told of its image before it is known on which host it comes to be.
 */
import { existsSync } from 'node:fs';
import { errorMessage, succeeded } from '../engine/answer';
import type { Engine } from '../engine/engine';
import { imageArchive } from '../probe/image-archive';
import { REPOSITORY, runReference } from '../probe/repository';
import { probeTarball } from '../probe/tarball';
import { UsageError } from '../usage-error';
import { assertTaken, busyboxFor, type ProbeImage } from './image';

/**
 * Loads the image, or names so the one that is given.
 *
 * @param given `--probe-image`: an image on the engine, or the path of a static busybox
 * @param arch the engine's architecture, as `amd64`
 * @throws UsageError where the image can neither be found nor made
 */
export async function ensureClusterImage(
  engine: Engine,
  runId: string,
  arch: string,
  given: string | undefined,
): Promise<ProbeImage> {
  const reference = runReference(runId);
  if (given !== undefined && !existsSync(given)) {
    await nameAnew(engine, given, runId);
    return { reference, ours: true };
  }
  const busybox = await busyboxFor(arch, given);
  const archive = await imageArchive(await probeTarball(busybox), busybox.architecture, reference);
  assertTaken(await engine.sendArchive('POST', '/images/load', archive, {}));
  return { reference, ours: true };
}

async function nameAnew(engine: Engine, image: string, runId: string): Promise<void> {
  const answer = await engine.post(`/images/${image}/tag`, { query: { repo: REPOSITORY, tag: runId } });
  if (succeeded(answer)) return;
  throw new UsageError(
    `--probe-image ${image}: neither an image on a host of the cluster nor a file here: ${errorMessage(answer)}`,
    'load the image on every host first, or give the path of a static busybox',
  );
}
