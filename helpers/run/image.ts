/** The probe image on the engine: used where it is there, else imported from a static busybox; no registry is asked. */
import { existsSync } from 'node:fs';
import { type Answer, errorMessage, succeeded } from '../engine/answer';
import type { Engine } from '../engine/engine';
import { type Busybox, findBusybox } from '../probe/busybox';
import { preloadedReference, REPOSITORY, runReference } from '../probe/repository';
import { probeTarball } from '../probe/tarball';
import { UsageError } from '../usage-error';

export interface ProbeImage {
  readonly reference: string;
  /** Whether this run imported it, and removes it. */
  readonly ours: boolean;
}

/**
 * Sees to it that the engine has the probe image.
 *
 * @param runId names the image that is imported, so that two runs at once do not remove each other's
 * @param given `--probe-image`: an image on the engine, or the path of a static busybox
 * @param arch the engine's architecture, as `amd64`
 * @throws UsageError where the image can neither be found nor made
 */
export async function ensureProbeImage(
  engine: Engine,
  runId: string,
  arch: string,
  given: string | undefined,
): Promise<ProbeImage> {
  if (given !== undefined && existsSync(given)) {
    return { reference: await importImage(engine, runId, arch, given), ours: true };
  }
  const reference = given ?? preloadedReference();
  const present = await engine.get(`/images/${reference}/json`);
  if (succeeded(present)) return { reference, ours: false };
  if (given !== undefined) {
    throw new UsageError(
      `--probe-image ${given}: neither an image on the engine nor a file here`,
      'load the image first, or give the path of a static busybox',
    );
  }
  return { reference: await importImage(engine, runId, arch, undefined), ours: true };
}

/** Removes the image where this run imported it. Returns why it could not, or undefined. */
export async function removeProbeImage(engine: Engine, image: ProbeImage): Promise<string | undefined> {
  if (!image.ours) return undefined;
  const answer = await engine.delete(`/images/${image.reference}`, { query: { force: 1 } });
  return succeeded(answer) || answer.status === 404
    ? undefined
    : `image ${image.reference}: ${answer.status} ${errorMessage(answer)}`;
}

async function importImage(engine: Engine, runId: string, arch: string, path: string | undefined): Promise<string> {
  const busybox = await busyboxFor(arch, path);
  const query = { fromSrc: '-', repo: REPOSITORY, tag: runId };
  const answer = await engine.sendArchive('POST', '/images/create', await probeTarball(busybox), query);
  assertTaken(answer);
  return (await referenceOf(engine, runReference(runId))) ?? importedId(answer.text);
}

/**
 * The busybox that the image of an engine is made of.
 *
 * @param path where one is given
 * @throws UsageError where there is none for that architecture
 */
export async function busyboxFor(arch: string, path: string | undefined): Promise<Busybox> {
  const busybox = await findBusybox(path);
  if (busybox.architecture === arch) return busybox;
  throw new UsageError(
    `the busybox at ${busybox.path} is for ${busybox.architecture}, and the engine is for ${arch}`,
    `give a static busybox for ${arch} with --probe-image`,
  );
}

/** An import or a load answers 200 at once and tells an error inside the stream. Throws UsageError where the engine refused. */
export function assertTaken(answer: Answer): void {
  if (succeeded(answer) && !/"error(Detail)?"\s*:/.test(answer.text)) return;
  throw new UsageError(
    `the engine refused the probe image: ${errorMessage(answer).replace(/\s+/g, ' ').slice(0, 300)}`,
    'see the log of the engine; is its disk full?',
  );
}

/** The reference where the engine knows the image by it. Podman 4 imports it as `localhost/…` and looks on docker.io. */
async function referenceOf(engine: Engine, reference: string): Promise<string | undefined> {
  const known = await engine.get(`/images/${reference}/json`);
  return succeeded(known) ? reference : undefined;
}

/** The id in the last line of an import's progress: `{"status":"sha256:…"}`. */
function importedId(progress: string): string {
  const id = /"status"\s*:\s*"(?:sha256:)?([0-9a-f]{64})"/.exec(progress)?.[1];
  if (id === undefined)
    throw new UsageError(`the engine imported the probe image and names no id: ${progress.slice(0, 200)}`);
  return id;
}
