/** The Content Security Policy of the built page: nothing but its own script and style, each known by its hash. */
import { createHash } from 'node:crypto';

/**
 * The page with its policy as the first thing in its head.
 *
 * @throws Error where the page would ask for a file, since it must open from a disk alone, or where it does not have just
 *   one script and one style
 */
export function withPolicy(html: string): string {
  const outside = /<(?:script|link|img|iframe)\b[^>]*\s(?:src|href)=[^>]*>/.exec(html);
  if (outside !== null) throw new Error(`the page asks for a file: ${outside[0]}`);
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(html, /<script type="module"[^>]*>([\s\S]*?)<\/script>/g)}`,
    `style-src ${hashOf(html, /<style[^>]*>([\s\S]*?)<\/style>/g)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html.replace('<head>', () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`);
}

/** A hash as policies have it (CSP Level 3, section 2.3.1), of the text of the only element. */
function hashOf(html: string, element: RegExp): string {
  const found = [...html.matchAll(element)];
  const [, text] = found[0] ?? [];
  if (found.length !== 1 || text === undefined) throw new Error(`the page has ${found.length} of ${element.source}`);
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
