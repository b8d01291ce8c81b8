/** The link of a page to the one that follows. */
import type { Answer } from '../engine/answer';
import { EngineTrouble } from '../engine/trouble';

/**
 * The path and query of the next page, by the header `Link` (RFC 8288) with the relation `next`; undefined on the last page.
 *
 * @param list the path of the list that the pages are of
 * @throws EngineTrouble where it leads elsewhere: a registry does not say what this suite asks
 */
export function nextPage({ path, headers }: Pick<Answer, 'path' | 'headers'>, list: string): string | undefined {
  for (const [, target = '', parameters = ''] of (headers.link ?? '').matchAll(/<([^>]*)>([^,]*)/g)) {
    if (!/;\s*rel\s*=\s*"?next"?/i.test(parameters)) continue;
    const base = new URL(path, 'http://registry.invalid').href;
    const next = URL.canParse(target, base) ? new URL(target, base) : undefined;
    if (next !== undefined && next.pathname === list) return `${next.pathname}${next.search}`;
    throw new EngineTrouble('malformed', `${path} names ${target.slice(0, 200)} as its next page`);
  }
  return undefined;
}
