/** From what an operator wrote, or did not write, to the targets of a run. */
import { resolve } from 'node:path';
import { configuredCluster } from '../cluster/configured';
import { looksLikeLabCluster, parseLabCluster } from '../cluster/name';
import { looksLikeLabEngine, parseLabEngine } from '../lab/engine-name';
import { UsageError } from '../usage-error';
import type { Config, ConfiguredTarget } from './config';
import { contextTarget, currentContext } from './contexts';
import { endpointUrl } from './endpoint-url';
import { defaultEndpoint, environmentTls } from './environment';
import { nearest } from './nearest';
import { ACCEPTED_FORMS, parseEndpoint, parseTarget } from './parse';
import { quoted } from './quoted';
import { type Endpoint, isLabTarget, type RequestedTarget, type Target, type TlsFiles } from './target';
import { readTlsFiles } from './tls-files';

export { endpointUrl } from './endpoint-url';

export interface ResolveOptions {
  /** As given with `--target`; empty for the engine that a docker client would use. */
  readonly targets: readonly string[];
  readonly config: Config;
  readonly env: NodeJS.ProcessEnv;
  /** `--tls-ca`, `--tls-cert` and `--tls-key`, relative to `cwd`. */
  readonly tls?: {
    readonly ca?: string | undefined;
    readonly cert?: string | undefined;
    readonly key?: string | undefined;
  };
  /** The working directory; this process's where nothing is said. */
  readonly cwd?: string;
}

const CONTEXT = 'context:';

/**
 * The targets of a run, in the order in which they were given. No target given: DOCKER_HOST, then the current context
 * (DOCKER_CONTEXT, or the one that `docker context use` chose), then the default socket.
 *
 * @throws UsageError where a target is none, is not in this release or is given twice, where flags contradict it, or
 *   where a certificate file cannot be used. Nothing is connected, and nothing is started.
 */
export function resolveRequested(options: ResolveOptions): RequestedTarget[] {
  const flags = flagTls(options);
  const found =
    options.targets.length === 0
      ? [defaultTarget(options.env, flags)]
      : options.targets.map((text) => namedTarget(text, options, flags));
  refuseDuplicates(found);
  for (const target of found) checkTls(target, flags);
  return found;
}

/**
 * As `resolveRequested`, for those who can use engines that run only.
 *
 * @throws UsageError where one is to be started by the lab, too
 */
export function resolveTargets(options: ResolveOptions): Target[] {
  return resolveRequested(options).map((target) => {
    if (!isLabTarget(target)) return target;
    throw new UsageError(
      `only a run starts engines of the lab: ${quoted(target.id)}`,
      target.lab.kind === 'cluster'
        ? 'name a cluster with run'
        : `start it first: engine-conformance lab up ${target.id}`,
    );
  });
}

/** The engine that a docker client would use here: the default target, and the outer engine of the lab. Throws UsageError. */
export function resolveDefault(env: NodeJS.ProcessEnv): Target {
  const target = defaultTarget(env, undefined);
  checkTls(target, undefined);
  return target;
}

function defaultTarget(env: NodeJS.ProcessEnv, flags: TlsFiles | undefined): Target {
  const context = env.DOCKER_HOST?.trim() ? undefined : currentContext(env);
  if (context !== undefined) return contextTarget(context.name, env);
  const { endpoint, source } = defaultEndpoint(env, flags);
  return { id: endpointUrl(endpoint), endpoint, source };
}

function namedTarget(text: string, options: ResolveOptions, flags: TlsFiles | undefined): RequestedTarget {
  const { config, env } = options;
  const configured = config.targets.get(text);
  if (configured?.kind === 'cluster') return clusterOf(text, configured, env);
  if (configured !== undefined) return { id: text, source: `config ${text}`, ...withoutKind(configured, flags) };
  if (looksLikeLabCluster(text)) return { id: text, lab: parseLabCluster(text), source: '--target' };
  if (looksLikeLabEngine(text)) return { id: text, lab: parseLabEngine(text), source: '--target' };
  if (text.startsWith(CONTEXT)) return contextTarget(text.slice(CONTEXT.length), env);
  if (/^[A-Za-z0-9][\w.-]*$/.test(text)) throw unknownName(text, config);
  if (!/^(?:tcp|https):\/\//.test(text)) return parseTarget(text, '--target');
  const endpoint = parseEndpoint(text, flags ?? environmentTls(env));
  return { id: endpointUrl(endpoint), endpoint, source: '--target' };
}

/** A cluster that is there already; the target's own endpoint is that of its first host. */
function clusterOf(
  id: string,
  { cluster, apiVersion }: Extract<ConfiguredTarget, { kind: 'cluster' }>,
  env: NodeJS.ProcessEnv,
): Target {
  const ways = configuredCluster(cluster, () => resolveDefault(env).endpoint);
  const { endpoint } = ways.hosts[0];
  return { id, endpoint, source: `config ${id}`, cluster: ways, ...(apiVersion === undefined ? {} : { apiVersion }) };
}

function withoutKind(
  configured: { readonly endpoint: Endpoint; readonly apiVersion?: string },
  flags: TlsFiles | undefined,
): Pick<Target, 'endpoint' | 'apiVersion'> {
  const { endpoint, apiVersion } = configured;
  const plain = endpoint.kind === 'tcp' && endpoint.tls === undefined && flags !== undefined;
  return {
    endpoint: plain ? { ...endpoint, tls: flags } : endpoint,
    ...(apiVersion === undefined ? {} : { apiVersion }),
  };
}

function unknownName(name: string, config: Config): UsageError {
  const names = [...config.targets.keys()];
  const meant = nearest(name, names);
  const where =
    config.file === undefined ? 'there is no configuration' : `${config.file} has ${names.join(', ') || 'none'}`;
  return new UsageError(
    `no target has the name ${quoted(name)}: ${where}`,
    meant === undefined ? `a target is ${ACCEPTED_FORMS}` : `did you mean ${meant}?`,
  );
}

function flagTls({ tls, cwd }: ResolveOptions): TlsFiles | undefined {
  const given = Object.entries(tls ?? {}).filter(([, path]) => path !== undefined);
  if (given.length === 0) return undefined;
  const absolute = given.map(([name, path]) => [name, resolve(cwd ?? process.cwd(), path ?? '')]);
  return { verify: true, ...Object.fromEntries(absolute) };
}

function refuseDuplicates(targets: readonly RequestedTarget[]): void {
  const seen = new Map<string, string>();
  for (const target of targets) {
    const { id } = target;
    for (const key of keysOf(target)) {
      const other = seen.get(key);
      if (other !== undefined) {
        const twice =
          other === id
            ? `target ${quoted(id)} is given twice`
            : `${quoted(other)} and ${quoted(id)} are the same engine`;
        throw new UsageError(twice, 'give each engine once');
      }
    }
    for (const key of keysOf(target)) seen.set(key, id);
  }
}

/** One engine at two API versions is two targets, as long as their names tell them apart. */
function keysOf(target: RequestedTarget): string[] {
  const name = `id ${target.id}`;
  return isLabTarget(target) ? [name] : [name, `${endpointUrl(target.endpoint)} ${target.apiVersion ?? ''}`];
}

function checkTls(target: RequestedTarget, flags: TlsFiles | undefined): void {
  const endpoint = isLabTarget(target) ? undefined : target.endpoint;
  const tls = endpoint?.kind === 'tcp' ? endpoint.tls : undefined;
  if (flags !== undefined && tls !== flags) {
    throw new UsageError(
      `--tls-ca, --tls-cert and --tls-key contradict target ${quoted(target.id)}: ${whyNot(endpoint)}`,
      'leave the flags out, or give a tcp:// target',
    );
  }
  if (tls !== undefined) readTlsFiles(tls);
  const behind = isLabTarget(target) ? [] : (target.cluster?.hosts.slice(1) ?? []);
  for (const { endpoint: of } of behind) if (of.kind === 'tcp' && of.tls !== undefined) readTlsFiles(of.tls);
}

function whyNot(endpoint: Endpoint | undefined): string {
  if (endpoint === undefined) return 'the lab starts it without TLS';
  if (endpoint.kind !== 'tcp') return `a ${endpoint.kind} target does not speak TLS`;
  return endpoint.tls === undefined ? 'it is said to speak plain HTTP' : 'it has TLS settings of its own';
}
