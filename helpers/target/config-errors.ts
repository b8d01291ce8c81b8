/** What the schema of the configuration refuses, a line each, in words that an operator can act upon. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorObject, ValidateFunction } from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import { packageRoot } from '../package-root';
import type { Configuration } from './config.generated';
import { nearest } from './nearest';
import { oneLine, quoted } from './quoted';

const SCHEMA_FILE = join(packageRoot(), 'schemas', 'config.schema.json');

interface Judges {
  readonly whole: ValidateFunction<Configuration>;
  readonly engine: ValidateFunction;
  readonly cluster: ValidateFunction;
}

let compiled: Judges | undefined;

/** Is the document a configuration? `configErrors` says why it is not. */
export function isConfiguration(document: unknown): document is Configuration {
  return judges().whole(document);
}

/**
 * Judges a document by the schema.
 *
 * @returns a line for each error, with its path in the document: `targets.staging.endpoint: is missing`; none where it
 *   is a configuration
 */
export function configErrors(document: unknown): string[] {
  const { whole, engine, cluster } = judges();
  if (whole(document)) return [];
  // A target is an engine or a cluster, and the errors of both say little: each is judged as the one that it looks like.
  const elsewhere = (whole.errors ?? []).filter((error) => !error.instancePath.startsWith('/targets/'));
  const lines = elsewhere.flatMap((error) => describe(error, []));
  for (const [name, target] of Object.entries(targetsIn(document))) {
    const judge = typeof target === 'object' && target !== null && 'hosts' in target ? cluster : engine;
    if (!judge(target)) lines.push(...(judge.errors ?? []).flatMap((error) => describe(error, ['targets', name])));
  }
  return [...new Set(lines)];
}

/** A path in a document: `targets.staging.hosts[0].name`. */
export function documentPath(parts: readonly string[]): string {
  const path = parts.map((part) => {
    if (/^\d+$/.test(part)) return `[${part}]`;
    return /^[\w-]+$/.test(part) ? `.${part}` : `[${quoted(part)}]`;
  });
  return path.join('').replace(/^\./, '') || 'the document';
}

function judges(): Judges {
  if (compiled === undefined) {
    const ajv = new Ajv2020({ allErrors: true, verbose: true });
    const schema = JSON.parse(readFileSync(SCHEMA_FILE, 'utf8')) as { $id: string };
    compiled = {
      whole: ajv.compile<Configuration>(schema),
      engine: ajv.compile({ $ref: `${schema.$id}#/$defs/engineTarget` }),
      cluster: ajv.compile({ $ref: `${schema.$id}#/$defs/clusterTarget` }),
    };
  }
  return compiled;
}

function targetsIn(document: unknown): object {
  if (typeof document !== 'object' || document === null || !('targets' in document)) return {};
  const { targets } = document;
  return typeof targets === 'object' && targets !== null && !Array.isArray(targets) ? targets : {};
}

/** What one violation of a schema says, in words; `above` is where the judged part stands in the document. */
export function describe(error: ErrorObject, above: readonly string[] = []): string[] {
  const { keyword, params, propertyName } = error;
  const parts = [...above, ...pointer(error.instancePath)];
  if (keyword === 'propertyNames') return [];
  if (propertyName !== undefined) {
    const rule = String(error.parentSchema?.description ?? '').replace(/\.$/, '');
    return [`${documentPath(parts)}: ${quoted(propertyName)} is not a name: ${rule}`];
  }
  if (keyword === 'additionalProperties') {
    const key = String(params.additionalProperty);
    return [`${documentPath([...parts, key])}: ${unknownKey(key, error)}`];
  }
  if (keyword === 'required') return [`${documentPath([...parts, String(params.missingProperty)])}: is missing`];
  return [`${documentPath(parts)}: ${rule(error)}`];
}

function unknownKey(key: string, error: ErrorObject): string {
  const known = Object.keys((error.parentSchema?.properties ?? {}) as object);
  const meant = nearest(key, known);
  return meant === undefined ? `is not known; known are ${known.join(', ')}` : `is not known; did you mean ${meant}?`;
}

function rule({ keyword, params, data, message, parentSchema }: ErrorObject): string {
  switch (keyword) {
    case 'type':
      return params.type === 'string' && typeof data === 'number'
        ? `must be text: write it in quotes, it is the number ${data} without them`
        : `must be ${words(params.type)}`;
    case 'enum':
      return `must be one of ${(params.allowedValues as unknown[]).join(', ')}`;
    case 'const':
      return `must be ${JSON.stringify(params.allowedValue)}`;
    case 'format':
      return `must be a ${String(params.format)} like ${((parentSchema?.examples ?? []) as string[]).join(' or ')}, not ${quoted(String(data))}`;
    case 'pattern':
      return `must be like ${((parentSchema?.examples ?? []) as string[]).join(' or ')}, not ${quoted(String(data))}`;
    default:
      return oneLine(message ?? keyword).replace(/^must NOT/, 'must not');
  }
}

function words(type: unknown): string {
  const names: Record<string, string> = {
    object: 'a map of keys to values',
    array: 'a list',
    string: 'text',
    boolean: 'true or false',
    integer: 'a whole number',
  };
  return names[String(type)] ?? String(type);
}

function pointer(instancePath: string): string[] {
  return instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}
