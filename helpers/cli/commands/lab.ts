/** `lab`: engines of many versions by hand. */
import { forTerminal } from '../../../reports/escape';
import { count } from '../../../reports/values';
import { parseLabEngine } from '../../lab/engine-name';
import { openLab } from '../../lab/lab';
import { STANDING } from '../../lab/marks';
import { type OuterEngine, openOuterEngine } from '../../lab/outer-engine';
import { removeImages, takeDown } from '../../lab/standing';
import { startEngine } from '../../lab/start-engine';
import { otherVersion } from '../../lab/start-targets';
import { type OfferedEngine, offeredEngines, type SurveyedHost, surveyHosts, surveyImages } from '../../lab/survey';
import { readLedgers } from '../../run/ledger';
import { endpointUrl } from '../../target/endpoint-url';
import { resolveDefault } from '../../target/resolve';
import { UsageError } from '../../usage-error';
import { INTERRUPTED, interruption } from '../interruption';
import { asTable, showAge } from '../table';

const MIB = 1024 * 1024;

/** Starts engines that stay. Where one of them does not come up, none of this call stays. */
export async function labUp(names: readonly string[], flags: { bootstrap?: boolean }): Promise<void> {
  const engines = names.map(parseLabEngine);
  const say = (line: string) => void process.stderr.write(`${forTerminal(line)}\n`);
  const signal = interruption(say);
  await withOuter(async (outer) => {
    const lab = openLab({ outer, owner: STANDING, say, signal, bootstrap: flags.bootstrap === true });
    const ends = await Promise.allSettled(engines.map((engine) => startEngine(lab, engine)));
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed !== undefined) {
      for (const line of await lab.close()) say(`could not be removed: ${line}`);
      if (!signal.aborted) throw failed.reason;
      process.exitCode = INTERRUPTED;
      return;
    }
    lab.leave();
    const hosts = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
    for (const [index, engine] of engines.entries()) {
      const host = hosts[index];
      const other = host && (await otherVersion(engine, { id: host.kind, endpoint: host.endpoint, source: 'lab up' }));
      if (other !== undefined) say(other);
    }
    print(asTable(hosts.map(({ kind, endpoint, hostname }) => [kind, endpointUrl(endpoint), hostname])));
  });
}

/** Removes standing hosts, and what killed runs left. Status 3 where something would not go. */
export async function labDown(names: readonly string[], flags: { images?: boolean }): Promise<void> {
  await withOuter(async ({ engine }) => {
    const taken = [await takeDown(engine, names)];
    if (flags.images) taken.push(await removeImages(engine));
    const removed = taken.flatMap((each) => each.removed);
    const left = taken.flatMap((each) => each.left);
    print(removed.length === 0 ? ['nothing to remove'] : removed.map((line) => `removed ${line}`));
    print(left.map((line) => `could not be removed: ${line}`));
    if (left.length > 0) process.exitCode = 3;
  });
}

/** Prints the hosts that are there, and whose they are. */
export async function labStatus(flags: { json?: boolean }): Promise<void> {
  await withOuter(async ({ engine }) => {
    const hosts = await surveyHosts(engine);
    if (flags.json) return printJson(hosts);
    const rows = hosts.map((host) => [
      host.kind,
      host.endpoint ?? '-',
      host.name,
      host.state,
      `${showAge(host.ageSeconds)} old`,
      ownerOf(host),
    ]);
    print(rows.length === 0 ? ['no host of the lab is there'] : asTable(rows));
  });
}

/** Prints the catalogue, and what of it is built where an outer engine answers. */
export async function labEngines(flags: { json?: boolean }): Promise<void> {
  const images = await builtImages();
  const offered = offeredEngines(images ?? []);
  if (flags.json) {
    const built = ({ image }: OfferedEngine) => (images === undefined ? null : image !== null);
    return printJson(
      offered.map((each) => ({ name: each.name, ...each.engine, built: built(each), image: each.image })),
    );
  }
  const unbuilt = images === undefined ? '' : 'not built';
  print(
    asTable(
      offered.map(({ name, engine, image }) => [
        name,
        `Debian ${engine.release}`,
        `API ${engine.api.join('-')}`,
        image === null ? unbuilt : `built ${showAge(image.ageSeconds)} ago, ${Math.round(image.bytes / MIB)} MiB`,
      ]),
    ),
  );
  print([
    '',
    'and docker@VERSION of any other version, where a registry answers; image:REFERENCE, an image that starts a docker daemon',
    images === undefined
      ? 'no outer engine answers here: what is built is not known'
      : `${count(images.length, 'image')} built; the engines of a release share its base, which is in the size of each`,
  ]);
}

async function builtImages() {
  try {
    const outer = await openOuterEngine(resolveDefault(process.env));
    return await surveyImages(outer.engine).finally(() => outer.close());
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

async function withOuter(section: (outer: OuterEngine) => Promise<void>): Promise<void> {
  const outer = await openOuterEngine(resolveDefault(process.env));
  try {
    await section(outer);
  } finally {
    outer.close();
  }
}

function ownerOf({ owner }: SurveyedHost): string {
  if (owner === STANDING) return 'standing';
  const alive = readLedgers().some((ledger) => ledger.alive && ledger.run === owner);
  return alive ? `of run ${owner}` : `left by run ${owner}, which is over`;
}

function print(lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${forTerminal(line)}\n`);
}

function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 1)}\n`);
}
