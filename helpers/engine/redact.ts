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

/** What may be one URL: what ends it can stand in no part of one, not even where somebody forgot to encode a password. */
const UNBROKEN = /[^\s"<>]+/g;

/** A text in which credentials in URLs and PEM private keys are replaced by `***`. */
export function redactText(text: string): string {
  return text
    .replace(UNBROKEN, hideCredentials)
    .replace(/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g, HIDDEN);
}

/**
 * An unbroken text with `***` for the user and password of a URL. A password may hold `@` and `/` as they are, so all up to
 * the last `@` is hidden where the URL has a colon or an `@` before its first slash: rather too much than a part of it.
 */
function hideCredentials(unbroken: string): string {
  const end = unbroken.lastIndexOf('@');
  for (let at = unbroken.indexOf('//'); at !== -1 && at < end; at = unbroken.indexOf('//', at + 2)) {
    const rest = unbroken.slice(at + 2, end + 1);
    if (/^[^/?#]*[:@]/.test(rest)) return `${unbroken.slice(0, at)}//${HIDDEN}${unbroken.slice(end)}`;
  }
  return unbroken;
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
