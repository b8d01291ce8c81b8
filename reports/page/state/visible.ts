/** Text of others, made safe to show: the page's way to reports/escape, quick where there is nothing to escape. */
import { forTerminal, TEXT_LIMIT } from '../../escape';

/** Most texts are of printable ASCII alone, and a matrix has thousands of them. */
const PLAIN = /^[ -~]*$/;

/** One line in which every control, every bidirectional control and all that does not show is visible text. */
export function visible(text: string, limit = TEXT_LIMIT): string {
  return text.length <= limit && PLAIN.test(text) ? text : forTerminal(text, { limit });
}
