/** What a machine needs to run an engine and the suite, and the Debian packages that bring it. */
import { findBusybox } from '../probe/busybox';
import { UsageError } from '../usage-error';
import { candidateOf, install, updateLists } from './apt';
import { withoutServices } from './services';
import { toolPath } from './tool';

export interface Requirement {
  readonly package: string;
  /** Whether what the package brings is there already, from wherever. */
  readonly present: () => Promise<boolean>;
  /** Installed where the distribution has it and done without elsewhere. */
  readonly optional?: boolean;
}

/** In Debian 12 the docker client is in docker.io, later in docker-cli, which docker.io only recommends. */
export const REQUIREMENTS: readonly Requirement[] = [
  { package: 'docker.io', present: has('dockerd') },
  { package: 'docker-cli', present: has('docker'), optional: true },
  { package: 'busybox-static', present: hasBusybox },
  { package: 'iptables', present: has('iptables') },
  { package: 'iproute2', present: has('ip') },
  { package: 'iputils-ping', present: has('ping'), optional: true },
];

/**
 * Installs what is missing. The lists of packages are fetched only where one of them is not known, or no longer there.
 *
 * @throws UsageError where what is needed cannot be installed, with the command that does it
 */
export async function ensurePackages(
  log: (line: string) => void,
  requirements: readonly Requirement[] = REQUIREMENTS,
): Promise<void> {
  const missing = await missingOf(requirements);
  const needed = neededNames(missing);
  if (missing.length === 0) return;
  if ((await toolPath('apt-get')) === undefined) {
    if (needed.length === 0) return;
    throw new UsageError(
      `no engine answers, and this machine has no apt-get to install one with (${needed.join(', ')})`,
      'install a container engine and a statically linked busybox, or give an engine with --target',
    );
  }
  let fresh = false;
  let known = await candidates(missing);
  if (needed.some((name) => !known.includes(name))) {
    await update(log);
    fresh = true;
    known = await candidates(missing);
  }
  const unknown = needed.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new UsageError(
      `apt-get knows no package ${unknown.join(', ')}`,
      "add the distribution's own package source to apt's, or give an engine with --target",
    );
  }
  if (known.length === 0) return;
  log(`installing ${known.join(', ')} (apt-get install)`);
  let trouble = await withoutServices(() => install(known));
  if (trouble !== undefined && !fresh) {
    // Lists that are old name files that the source no longer has.
    await update(log);
    trouble = await withoutServices(() => install(known));
  }
  const still = neededNames(await missingOf(requirements));
  if (still.length > 0) {
    throw new UsageError(
      `apt-get could not install ${still.join(', ')}: ${trouble ?? 'the package does not bring what it should'}`,
      `apt-get install --no-install-recommends ${still.join(' ')}`,
    );
  }
  if (trouble !== undefined)
    log(`apt-get could not install ${known.join(', ')}, which can be done without: ${trouble}`);
}

function update(log: (line: string) => void): Promise<void> {
  log('fetching the lists of packages (apt-get update)');
  return updateLists();
}

function neededNames(missing: readonly Requirement[]): string[] {
  return missing.filter((requirement) => requirement.optional !== true).map((requirement) => requirement.package);
}

/** Requirements that the machine does not meet. */
export async function missingOf(requirements: readonly Requirement[]): Promise<Requirement[]> {
  const present = await Promise.all(requirements.map((requirement) => requirement.present()));
  return requirements.filter((_, index) => present[index] !== true);
}

async function candidates(requirements: readonly Requirement[]): Promise<string[]> {
  const names = requirements.map((requirement) => requirement.package);
  const known = await Promise.all(names.map(async (name) => (await candidateOf(name)) !== undefined));
  return names.filter((_, index) => known[index]);
}

function has(program: string): () => Promise<boolean> {
  return async () => (await toolPath(program)) !== undefined;
}

async function hasBusybox(): Promise<boolean> {
  try {
    await findBusybox();
    return true;
  } catch (error) {
    if (error instanceof UsageError) return false;
    throw error;
  }
}
