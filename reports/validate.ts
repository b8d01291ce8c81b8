/** Whether a document is a report: by its schema, and by its agreement with itself. */

import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { disagreements } from './agreement';
import type { Report } from './report';
import { reportSchema } from './report-schema';

let compiled: ValidateFunction<Report> | undefined;

/**
 * What is wrong with a document that should be a report, one line each, with a JSON pointer to the place; empty where it
 * is one. The first violation of the schema is enough: what follows from it would only confuse.
 */
export function reportErrors(document: unknown): string[] {
  const validate = validator();
  if (validate(document)) return disagreements(document);
  return (validate.errors ?? []).map(describe);
}

function validator(): ValidateFunction<Report> {
  if (compiled === undefined) {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    addFormats.default(ajv);
    compiled = ajv.compile<Report>(reportSchema());
  }
  return compiled;
}

function describe(error: ErrorObject): string {
  const place = error.instancePath === '' ? 'the report' : error.instancePath;
  const { params } = error;
  if (error.keyword === 'additionalProperties')
    return `${place} has an unknown field ${String(params.additionalProperty)}`;
  if (error.keyword === 'enum') return `${place} must be one of ${JSON.stringify(params.allowedValues)}`;
  if (error.keyword === 'const') return `${place} must be ${JSON.stringify(params.allowedValue)}`;
  return `${place} ${error.message ?? 'is wrong'}`;
}
