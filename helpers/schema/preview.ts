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
  let seen = 1;
  const waiting: object[] = isObject(document) ? [document] : [];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    const children: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
    seen += children.length;
    if (seen > limit) return true;
    for (const child of children) if (isObject(child)) waiting.push(child);
  }
  return seen > limit;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
