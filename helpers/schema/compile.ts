/** Validators of the schemas: compiled ahead where the build did so, else compiled when first asked for. */
import { type CompiledValidator, compiledAhead } from './ahead';
import type { ErrorObject, Form } from './forms';
import type { SchemaName } from './names';

const ahead = compiledAhead();
// Without it ajv is needed, and is loaded at once: jest transforms sources only while it loads them.
if (ahead === undefined) forms();

/** Whether the validators of the usual form were compiled ahead. */
export const isCompiledAhead = ahead !== undefined;

/** The errors of a document, with the schema and the value of each. */
export function ajvErrors(name: SchemaName, document: unknown, form: Form): readonly ErrorObject[] {
  const validate = validator(name, form);
  return validate(document) ? [] : (validate.errors ?? []);
}

function validator(name: SchemaName, form: Form): CompiledValidator {
  return (form === 'all' ? ahead?.[name] : undefined) ?? forms().compiled(name, form);
}

function forms(): typeof import('./forms') {
  return require('./forms') as typeof import('./forms');
}
