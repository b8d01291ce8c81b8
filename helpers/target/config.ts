/** `conformance.config.yaml`: targets by name and the settings of a run. Its schema is schemas/config.schema.json. */
import { dirname, resolve } from 'node:path';
import { UsageError } from '../usage-error';
import { readBoundedFile, readBoundedFileIfAny } from './bounded-file';
import type { ClusterTarget, EngineTarget, Run, TLS } from './config.generated';
import { type ClusterSettings, clusterSettings } from './config-cluster';
import { parseConfigDocument } from './config-document';
import { configErrors, documentPath, isConfiguration } from './config-errors';
import { parseEndpoint } from './parse';
import { oneLine } from './quoted';
import type { Endpoint, TlsFiles } from './target';

/** Looked for in the working directory where no file is named. */
export const CONFIG_FILE = 'conformance.config.yaml';

/** Errors that one message tells; how many more there are is said. */
const MOST_ERRORS = 5;

/** What the file says of a target. Certificate paths are absolute. */
export type ConfiguredTarget =
  | { readonly kind: 'engine'; readonly endpoint: Endpoint; readonly apiVersion?: string }
  | { readonly kind: 'cluster'; readonly cluster: ClusterSettings; readonly apiVersion?: string };

export interface Config {
  /** The file that was read, as it was named; undefined where there is none. */
  readonly file: string | undefined;
  readonly targets: ReadonlyMap<string, ConfiguredTarget>;
  /** What a run does where the command line says nothing. */
  readonly run: Readonly<Run>;
}

/** A configuration that says nothing. */
export const NO_CONFIG: Config = { file: undefined, targets: new Map(), run: {} };

/**
 * Reads and judges a configuration.
 *
 * @param path the file, relative to `cwd`; undefined for `conformance.config.yaml` in `cwd`, where there is one
 * @throws UsageError where a named file does not exist, is over 1 MiB or no YAML, or where its schema refuses it; the
 *   message names the file and the path in the document
 */
export function loadConfig(path: string | undefined, cwd: string): Config {
  const file = resolve(cwd, path ?? CONFIG_FILE);
  const what = 'the configuration';
  const bytes = path === undefined ? readBoundedFileIfAny(file, what) : readBoundedFile(file, what);
  if (bytes === undefined) return NO_CONFIG;
  const name = oneLine(path ?? CONFIG_FILE);
  // An empty file, or one of comments alone, says nothing.
  const document = parseConfigDocument(bytes, name) ?? {};
  if (!isConfiguration(document)) throw refusal(name, configErrors(document));
  const errors: string[] = [];
  const targets = new Map<string, ConfiguredTarget>();
  for (const [target, value] of Object.entries(document.targets ?? {})) {
    const configured = collect(errors, documentPath(['targets', target]), () =>
      'hosts' in value ? clusterTarget(value, dirname(file)) : engineTarget(value, dirname(file)),
    );
    if (configured !== undefined) targets.set(target, configured);
  }
  if (errors.length > 0) throw refusal(name, errors);
  return { file: name, targets, run: document.run ?? {} };
}

function engineTarget({ endpoint, tls, apiVersion }: EngineTarget, folder: string): ConfiguredTarget {
  const parsed = endpointOf({ endpoint, tls }, folder);
  return { kind: 'engine', endpoint: parsed, ...(apiVersion === undefined ? {} : { apiVersion }) };
}

function clusterTarget(value: ClusterTarget, folder: string): ConfiguredTarget {
  const cluster = clusterSettings(value, (host) => endpointOf(host, folder));
  return { kind: 'cluster', cluster, ...(value.apiVersion === undefined ? {} : { apiVersion: value.apiVersion }) };
}

function endpointOf({ endpoint, tls }: { endpoint: string; tls?: TLS | undefined }, folder: string): Endpoint {
  const parsed = field('endpoint', () =>
    parseEndpoint(endpoint, tls === undefined ? undefined : tlsFiles(tls, folder)),
  );
  if (tls !== undefined && !(parsed.kind === 'tcp' && parsed.tls !== undefined)) {
    throw new UsageError('.tls: goes with a tcp:// or https:// endpoint');
  }
  return parsed;
}

function tlsFiles({ ca, cert, key, verify }: TLS, folder: string): TlsFiles {
  return {
    verify: verify ?? true,
    ...(ca === undefined ? {} : { ca: resolve(folder, ca) }),
    ...(cert === undefined ? {} : { cert: resolve(folder, cert) }),
    ...(key === undefined ? {} : { key: resolve(folder, key) }),
  };
}

/** What `parse` returns; what it refuses is of that field. */
export function field<T>(name: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`.${name}: ${error.message}`, error.mend, { cause: error });
  }
}

function collect<T>(errors: string[], path: string, parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    errors.push(`${path}${error.message}`);
    return undefined;
  }
}

function refusal(name: string, errors: readonly string[]): UsageError {
  const told = errors.slice(0, MOST_ERRORS).join('; ');
  const more = errors.length > MOST_ERRORS ? `; and ${errors.length - MOST_ERRORS} more` : '';
  return new UsageError(`${name}: ${told}${more}`, 'schemas/config.schema.json says what may stand there');
}
