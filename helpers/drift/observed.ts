/** The example of a departure, redacted as evidence is. */
import { redact, redactText } from '../engine/redact';
import { preview } from '../schema/preview';
import type { SchemaError } from '../schema/validator';

/** Characters of one example. */
const LIMIT = 200;

/**
 * Shows what a document had at the place of an error: JSON of at most 200 characters, without environment values, passwords
 * and keys; `absent` where it had nothing. The document is redacted once, when the first of its errors is shown.
 */
export function examplesOf(document: unknown): (error: SchemaError) => string {
  let redacted: { readonly value: unknown } | undefined;
  return ({ kind, path, observed }) => {
    if (kind === 'missing') return observed;
    const keys = path
      .split('/')
      .slice(1)
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    // A key that is refused is itself what was observed.
    if (kind === 'format' && observed === preview(keys.at(-1), LIMIT)) return redactText(observed);
    redacted ??= { value: redact(document) };
    const value = keys.reduce(fieldOf, redacted.value);
    return value === undefined ? '(not shown)' : preview(value, LIMIT);
  };
}

function fieldOf(holder: unknown, key: string): unknown {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key)) return undefined;
  return (holder as Readonly<Record<string, unknown>>)[key];
}
