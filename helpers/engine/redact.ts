/** Evidence without secrets: it is published with the report. */

const SECRET_KEY =
  /^(password|passwd|secret|token|identitytoken|registrytoken|auth|x-registry-auth|authorization|private_?key)$/i;
const HIDDEN = '***';

/**
 * A copy of a JSON value in which environment values, passwords, tokens, private keys and credentials in URLs are
 * replaced by `***`.
 */
export function redact(value: unknown): unknown {
  if (typeof value === 'string') return redactText(value);
  if (Array.isArray(value)) return value.map(redact);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, redactField(key, child)]));
}

/** A text in which credentials in URLs and PEM private keys are replaced by `***`. */
export function redactText(text: string): string {
  return text
    .replace(/\/\/[^/@\s"']{1,256}@/g, `//${HIDDEN}@`)
    .replace(/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g, HIDDEN);
}

function redactField(key: string, child: unknown): unknown {
  if (key === 'Env') return redactEnvironment(child);
  if (SECRET_KEY.test(key) && typeof child === 'string' && child !== '') return HIDDEN;
  return redact(child);
}

/** `NAME=***` of each entry; of anything that is no list of texts, nothing. */
function redactEnvironment(value: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (!Array.isArray(value)) return HIDDEN;
  return value.map((entry) => (typeof entry === 'string' ? entry.replace(/=[\s\S]*$/, `=${HIDDEN}`) : HIDDEN));
}
