/**
 * Docker's contexts as they lie on disk: `contexts/meta/<sha256 of the name>/meta.json` and
 * `contexts/tls/<same>/docker/{ca,cert,key}.pem` in the client's configuration directory.
 * Source: docker/cli, cli/context/store.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../usage-error';
import { readBoundedFileIfAny } from './bounded-file';
import { DEFAULT_SOCKET, defaultEndpoint, dockerConfigDirectory } from './environment';
import { nearest } from './nearest';
import { parseEndpoint } from './parse';
import { oneLine, quoted } from './quoted';
import type { Endpoint, Target, TlsFiles } from './target';

const MOST_CONTEXTS = 1000;

/** The context that is not stored: DOCKER_HOST, or the default socket. */
const DEFAULT_CONTEXT = 'default';

/**
 * The context that a docker client would use: DOCKER_CONTEXT, or `currentContext` of its config.json.
 *
 * @returns undefined where neither names one other than `default`
 * @throws UsageError where config.json is there and cannot be understood
 */
export function currentContext(env: NodeJS.ProcessEnv): { name: string; source: string } | undefined {
  const file = join(dockerConfigDirectory(env), 'config.json');
  const chosen = env.DOCKER_CONTEXT
    ? { name: env.DOCKER_CONTEXT, source: 'DOCKER_CONTEXT' }
    : { name: field(readJson(file, 'the docker client configuration'), 'currentContext'), source: 'currentContext' };
  const { name, source } = chosen;
  return typeof name === 'string' && name !== '' && name !== DEFAULT_CONTEXT ? { name, source } : undefined;
}

/** Names of the stored contexts, sorted; those that cannot be read are not among them. */
export function contextNames(env: NodeJS.ProcessEnv): string[] {
  const meta = join(dockerConfigDirectory(env), 'contexts', 'meta');
  const folders = existsSync(meta) ? readdirSync(meta).slice(0, MOST_CONTEXTS) : [];
  return folders.flatMap((folder) => nameIn(join(meta, folder, 'meta.json'))).sort();
}

/**
 * The target that a context names. Its id is `context:NAME`.
 *
 * @throws UsageError where there is no such context (it lists those that exist), or its endpoint is not one of ours
 */
export function contextTarget(name: string, env: NodeJS.ProcessEnv): Target {
  const id = `context:${name}`;
  const source = `context ${name}`;
  if (name === DEFAULT_CONTEXT) return { id, endpoint: defaultEndpoint(env).endpoint, source };
  try {
    return { id, endpoint: storedEndpoint(name, env), source };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`context ${quoted(name)}: ${oneLine(error.message)}`, error.mend, { cause: error });
  }
}

function storedEndpoint(name: string, env: NodeJS.ProcessEnv): Endpoint {
  const contexts = join(dockerConfigDirectory(env), 'contexts');
  const folder = createHash('sha256').update(name).digest('hex');
  // Docker's own rule for names; it also keeps control characters out of reports.
  const meta = /^[A-Za-z0-9][A-Za-z0-9_.+-]+$/.test(name)
    ? readJson(join(contexts, 'meta', folder, 'meta.json'), 'its file')
    : undefined;
  if (meta === undefined) throw unknownContext(name, env);
  const docker = field(field(meta, 'Endpoints'), 'docker');
  if (docker === undefined) {
    throw new UsageError('it has no docker endpoint', `docker context update ${name} --docker host=unix:///path`);
  }
  const host = field(docker, 'Host') ?? '';
  if (typeof host !== 'string') throw new UsageError('its Host is not text', `docker context inspect ${name} shows it`);
  const verify = field(docker, 'SkipTLSVerify') !== true;
  return parseEndpoint(
    host === '' ? `unix://${DEFAULT_SOCKET}` : host,
    storedTls(join(contexts, 'tls', folder), verify),
  );
}

// As docker does it: TLS where there are files for it, or where the check of the server is switched off.
function storedTls(folder: string, verify: boolean): TlsFiles | undefined {
  const files = ['ca', 'cert', 'key'].map((name) => [name, join(folder, 'docker', `${name}.pem`)] as const);
  const found = files.filter(([, path]) => existsSync(path));
  return found.length === 0 && verify ? undefined : { verify, ...Object.fromEntries(found) };
}

function unknownContext(name: string, env: NodeJS.ProcessEnv): UsageError {
  const names = [DEFAULT_CONTEXT, ...contextNames(env)];
  const meant = nearest(name, names);
  const list = names.slice(0, 20).join(', ') + (names.length > 20 ? ` and ${names.length - 20} more` : '');
  return new UsageError('there is no such context', `${meant ? `did you mean ${meant}? ` : ''}there are: ${list}`);
}

function nameIn(file: string): string[] {
  try {
    const name = field(readJson(file, 'its file'), 'Name');
    return typeof name === 'string' && name !== '' ? [oneLine(name, 60)] : [];
  } catch (error) {
    // A context that cannot be read is in nobody's way while another one is asked for.
    if (error instanceof UsageError) return [];
    throw error;
  }
}

function readJson(path: string, what: string): unknown {
  const bytes = readBoundedFileIfAny(path, what);
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    // The parser's message would quote the file, and docker's config.json holds passwords.
    throw new UsageError(`${what} ${quoted(path)} is not JSON`, 'mend it, or name a target with --target');
  }
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}
