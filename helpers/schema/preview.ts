/** Shows values of any size in a few characters, and measures documents without recursion: an engine may send anything. */

/** The value as JSON on one line, cut at `limit` characters with an ellipsis. No more of it is read than is shown. */
export function preview(value: unknown, limit: number): string {
  let text = '';
  const write = (part: unknown, depth: number): void => {
    if (text.length > limit) return;
    if (typeof part === 'string') text += JSON.stringify(part.slice(0, limit + 1));
    else if (part === null || typeof part !== 'object') text += String(part);
    else if (depth > 8) text += '...';
    else if (Array.isArray(part)) writeItems(part, depth);
    else writeFields(part as Record<string, unknown>, depth);
  };
  const writeItems = (items: readonly unknown[], depth: number): void => {
    text += '[';
    for (const [index, item] of items.entries()) {
      if (text.length > limit) return;
      if (index > 0) text += ',';
      write(item, depth + 1);
    }
    text += ']';
  };
  const writeFields = (object: Record<string, unknown>, depth: number): void => {
    text += '{';
    let first = true;
    for (const key in object) {
      if (text.length > limit) return;
      text += `${first ? '' : ','}${JSON.stringify(key.slice(0, limit))}:`;
      first = false;
      write(object[key], depth + 1);
    }
    text += '}';
  };
  write(value, 0);
  return text.length > limit ? `${text.slice(0, limit - 3)}...` : text;
}

/** Does the document hold more than `limit` values (itself, items and fields at every depth)? */
export function isLargerThan(document: unknown, limit: number): boolean {
  const waiting: unknown[] = [document];
  let seen = 0;
  while (waiting.length > 0) {
    const value = waiting.pop();
    seen += 1;
    if (seen + waiting.length > limit) return true;
    if (value === null || typeof value !== 'object') continue;
    const children: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
    if (children.length > limit) return true;
    waiting.push(...children);
  }
  return false;
}
