/** Reads the waivers of `gate --accept`: YAML, judged by schemas/waivers.schema.json, every complaint with its line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorObject, ValidateFunction } from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { packageRoot } from '../package-root';
import { readBoundedFile } from '../target/bounded-file';
import { type LocatedDocument, parseLocated } from '../target/config-document';
import { describe } from '../target/config-errors';
import { oneLine } from '../target/quoted';
import { UsageError } from '../usage-error';
import type { Waiver, Waivers } from './waivers.generated';

/** Errors that one message tells; how many more there are is said. */
const MOST_ERRORS = 5;

/** A pattern of a waiver, and what to delete where it is of no use. */
export interface PatternPlace {
  readonly pattern: string;
  readonly first: number;
  readonly last: number;
}

/** A waiver, and where it stands in its file (lines are 1-based). */
export interface PlacedWaiver
  extends Pick<Waiver, 'reason' | 'owner' | 'reference' | 'expires' | 'changes' | 'targets'> {
  /** As messages name it. */
  readonly file: string;
  readonly first: number;
  readonly last: number;
  readonly claims: readonly PatternPlace[];
  readonly drift: readonly PatternPlace[];
}

let compiled: ValidateFunction<Waivers> | undefined;

/** Reads and judges a file of waivers. Throws UsageError that names the line where it is none. */
export function readWaivers(path: string): PlacedWaiver[] {
  return waiversIn(readBoundedFile(path, 'the file of waivers'), oneLine(path));
}

/** The waivers of a text. Throws UsageError that names the line where it holds none by the schema. */
export function waiversIn(bytes: Uint8Array, file: string): PlacedWaiver[] {
  const document = parseLocated(bytes, file);
  const validate = judge();
  const { value } = document;
  if (!validate(value)) throw refusal(file, errorsOf(validate.errors ?? [], document, file));
  const idle = value.waivers.flatMap(({ claims, drift }, index) => {
    if (claims !== undefined || drift !== undefined) return [];
    return [`${file}:${document.linesOf(['waivers', index]).first}: names neither claims nor drift`];
  });
  if (idle.length > 0) throw refusal(file, idle);
  return value.waivers.map((waiver, index) => placed(waiver, index, document, file));
}

function placed(waiver: Waiver, index: number, document: LocatedDocument, file: string): PlacedWaiver {
  const { claims = [], drift = [], ...rest } = waiver;
  const place = (key: string, patterns: readonly string[]) =>
    patterns.map((pattern, item) => ({ pattern, ...document.linesOf(['waivers', index, key, item]) }));
  return {
    ...rest,
    file,
    ...document.linesOf(['waivers', index]),
    claims: place('claims', claims),
    drift: place('drift', drift),
  };
}

function errorsOf(errors: readonly ErrorObject[], document: LocatedDocument, file: string): string[] {
  const lines = errors.flatMap((error) => {
    const { first } = document.linesOf(pointer(error.instancePath));
    // A text of nothing breaks two rules of the schema, and is told of once.
    const told = isEmptyText(error) ? [`${wordsOf(error)}: is empty: fill it in`] : describe(error);
    return told.map((line) => `${file}:${first}: ${line}`);
  });
  return [...new Set(lines)];
}

function isEmptyText({ keyword, data }: ErrorObject): boolean {
  return (keyword === 'minLength' || keyword === 'pattern' || keyword === 'format') && String(data).trim() === '';
}

/** The path alone, as `describe` begins its line. */
function wordsOf(error: ErrorObject): string {
  return (describe({ ...error, keyword: 'minLength', message: '' })[0] ?? '').replace(/: $/, '');
}

function refusal(file: string, errors: readonly string[]): UsageError {
  const told = errors.slice(0, MOST_ERRORS).join('; ');
  const more = errors.length > MOST_ERRORS ? `; and ${errors.length - MOST_ERRORS} more` : '';
  const message = errors.length === 0 ? `${file}: holds no waivers` : `${told}${more}`;
  return new UsageError(message, 'schemas/waivers.schema.json says what may stand there');
}

function pointer(instancePath: string): (string | number)[] {
  return instancePath
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')));
}

function judge(): ValidateFunction<Waivers> {
  if (compiled === undefined) {
    const ajv = new Ajv2020({ allErrors: true, verbose: true });
    addFormats.default(ajv);
    const file = join(packageRoot(), 'schemas', 'waivers.schema.json');
    compiled = ajv.compile<Waivers>(JSON.parse(readFileSync(file, 'utf8')) as object);
  }
  return compiled;
}
