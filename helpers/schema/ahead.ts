/** Validators that were compiled when the package was built: they load in some 10 ms, without ajv. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { schemaTexts } from './documents';
import type { ErrorObject } from './forms';

/** Judges a document; what is wrong is left in `errors`, as ajv does. */
export interface CompiledValidator {
  (document: unknown): boolean;
  errors?: readonly ErrorObject[] | null;
}

/** What the build writes: validators by the name of their schema, and the fingerprint of the schemas they came from. */
export interface CompiledModule {
  readonly fingerprint: string;
  readonly validators: Readonly<Record<string, CompiledValidator | undefined>>;
}

export const COMPILED_FILE = 'compiled.js';

/**
 * The validators that the build wrote beside this module. Undefined where there are none, as when this runs from its
 * sources, and where a schema has been changed since: who edits one need not build to see the effect.
 */
export function compiledAhead(folder: string = __dirname): CompiledModule['validators'] | undefined {
  const file = join(folder, COMPILED_FILE);
  if (!existsSync(file)) return undefined;
  const { fingerprint: was, validators } = require(file) as CompiledModule;
  return was === fingerprint() ? validators : undefined;
}

/** Differs wherever a schema file does. */
export function fingerprint(): string {
  const hash = createHash('sha256');
  for (const [path, text] of schemaTexts()) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex');
}

/** The module that the build writes, as text. `code` is that of the validators. */
export function compiledModule(code: string): string {
  return [
    '// Written by scripts/compile-schemas.js from schemas/.',
    "'use strict';",
    `exports.fingerprint = '${fingerprint()}';`,
    '(function (exports) {',
    code,
    '})((exports.validators = {}));',
    '',
  ].join('\n');
}
