/** The first words with an engine: is there one, which is it, and at which API version is it asked? */
import { compareApiVersions } from '../claims/changes';
import { isObject } from '../engine/answer';
import type { EngineClient } from '../engine/client';
import { REACH_LIMIT_MS } from '../engine/limits';
import type { EngineInfo, EngineVersion } from '../engine/responses';
import { UsageError } from '../usage-error';
import type { Membership, TargetFacts } from './facts';
import { quoted } from './quoted';
import type { Target } from './target';
import { whyUnreachable } from './why-unreachable';

/** Engines before 1.13 do not say the lowest version that they accept; theirs is 1.12. Source: moby v1.11.1, api/common.go. */
const UNSAID_MINIMUM = '1.12';

/** The API version that the document is about, and that is asked where the engine still accepts it. */
const DOCUMENT_VERSION = '1.23';

const LOOK = 'check that what listens there is an engine, and look at its log';

const START_ONE = 'start an engine, give one with --target, or let "run --bootstrap" install and start one';

/** What the engine says of itself. */
export type EngineFacts = Omit<
  TargetFacts,
  | 'endpoint'
  | 'ownEngine'
  | 'cluster'
  | 'lab'
  | 'host'
  | 'hostByCommands'
  | 'dockerCli'
  | 'systemd'
  | 'pingCommand'
  | 'networkNamespaces'
  | 'kernelParts'
>;

/**
 * Reaches an engine and reads what it says of itself.
 *
 * @param asked the API version to ask at, or undefined for max(1.23, the engine's minimum)
 * @throws UsageError where nothing answers within 5 s, what answers is no engine, or the version asked is outside its range
 */
export async function reachEngine(target: Target, client: EngineClient, asked?: string): Promise<EngineFacts> {
  const version = await firstAnswer(target, client);
  const apiVersion = apiVersionIn(version.ApiVersion) ?? noEngine(target, `/version ${whatFor(version.ApiVersion)}`);
  const minApiVersion = apiVersionIn(version.MinAPIVersion ?? UNSAID_MINIMUM);
  if (minApiVersion === undefined) return noEngine(target, `/version ${whatFor(version.MinAPIVersion)}`);
  const apiVersionAsked = chooseApiVersion(target.id, asked, minApiVersion, apiVersion);
  const info = await readInfo(target, client, apiVersionAsked);
  return {
    vendor: vendorOf(version),
    version: text(version.Version),
    apiVersion,
    minApiVersion,
    apiVersionAsked,
    os: text(info.OperatingSystem ?? version.Os),
    kernel: text(info.KernelVersion ?? version.KernelVersion),
    arch: text(version.Arch),
    storageDriver: text(info.Driver),
    cgroup: `v${text(info.CgroupVersion ?? '1')} ${text(info.CgroupDriver)}`.trim(),
    rootDir: text(info.DockerRootDir),
    membership: membershipOf(info),
  };
}

async function firstAnswer(target: Target, client: EngineClient): Promise<EngineVersion> {
  try {
    const answer = await client.send({ method: 'GET', path: '/version', apiVersion: null, limitMs: REACH_LIMIT_MS });
    if (answer.status === 200 && isObject(answer.json)) return answer.json as EngineVersion;
    return noEngine(target, `/version answered ${answer.status} ${answer.text.slice(0, 80)}`);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { reason, mend } = whyUnreachable(error);
    const message = `no engine answers at ${target.id} (${target.source}): ${reason}`;
    throw new UsageError(message, target.source === 'default socket' ? START_ONE : (mend ?? LOOK), { cause: error });
  }
}

async function readInfo(target: Target, client: EngineClient, apiVersion: string): Promise<EngineInfo> {
  try {
    const answer = await client.send({ method: 'GET', path: '/info', apiVersion });
    if (answer.status === 200 && isObject(answer.json)) return answer.json as EngineInfo;
    return noEngine(target, `/v${apiVersion}/info answered ${answer.status} ${answer.text.slice(0, 80)}`);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `${target.id} stopped answering: ${whyUnreachable(error).reason}`,
      'look at the log of the engine',
      {
        cause: error,
      },
    );
  }
}

/**
 * The API version to ask at: the one that is wanted, or max(1.23, the engine's minimum).
 *
 * @param id of the target, for messages
 * @throws UsageError where the engine does not speak it
 */
export function chooseApiVersion(id: string, asked: string | undefined, minimum: string, maximum: string): string {
  const wanted = asked ?? (compareApiVersions(DOCUMENT_VERSION, minimum) >= 0 ? DOCUMENT_VERSION : minimum);
  if (compareApiVersions(wanted, minimum) < 0 || compareApiVersions(wanted, maximum) > 0) {
    throw new UsageError(
      `${id} does not speak API ${wanted}: it accepts ${minimum} to ${maximum}`,
      asked === undefined
        ? 'give the endpoint of a newer engine with --target'
        : `ask with --api-version ${maximum}, or leave the flag out`,
    );
  }
  return wanted;
}

function vendorOf({ Components }: EngineVersion): EngineFacts['vendor'] {
  const names = Array.isArray(Components) ? Components.map((component) => text(component?.Name)) : [];
  if (names.some((name) => /podman/i.test(name))) return 'podman';
  // Engines before 17.06 list no components; nothing but Docker's was there to answer so.
  return names.length === 0 || names.includes('Engine') ? 'docker' : 'unknown';
}

function membershipOf({ ClusterStore, Swarm }: EngineInfo): Membership {
  const store = text(ClusterStore);
  if (Swarm?.LocalNodeState !== 'active') return { store, swarm: 'none', node: '' };
  return { store, swarm: Swarm.ControlAvailable === true ? 'manager' : 'worker', node: text(Swarm.NodeID) };
}

/** There is no major version but 1; of one that came nothing would be known here. */
function apiVersionIn(value: unknown): string | undefined {
  return typeof value === 'string' && /^1\.\d{1,3}$/.test(value) ? value : undefined;
}

function whatFor(version: unknown): string {
  if (version === undefined || version === null) return 'names no ApiVersion';
  return `names a version of the API that is none: ${quoted(JSON.stringify(version))}`;
}

function noEngine(target: Target, why: string): never {
  throw new UsageError(
    `what answers at ${target.id} is no container engine: ${why.replace(/\s+/g, ' ').trim()}`,
    'give the endpoint of a Docker or Podman API with --target',
  );
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 200) : '';
}
