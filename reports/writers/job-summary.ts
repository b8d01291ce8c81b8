/** The Markdown report as a job summary of GitHub, which takes so much and no more. */

/** Bytes of a step's summary; a larger one is not shown at all. */
export const SUMMARY_LIMIT_BYTES = 1024 * 1024;

const CUT = '\n\n(Cut: a job summary takes no more. The whole is report.md.)\n';

/**
 * What may be added to a summary that has `taken` bytes already: the text, or as many whole sections and lines as fit.
 * Empty where not even a note fits.
 */
export function fittingSummary(markdown: string, taken: number): string {
  const room = SUMMARY_LIMIT_BYTES - taken;
  if (Buffer.byteLength(markdown) <= room) return markdown;
  const forText = room - Buffer.byteLength(CUT);
  if (forText <= 0) return '';
  // By bytes, then back to where a line ends, so that no character is cut.
  const head = Buffer.from(markdown).subarray(0, forText).toString('utf8');
  const lines = head.slice(0, Math.max(0, head.lastIndexOf('\n')));
  return closed(lines) + CUT;
}

/** Closes what a cut left open: a fence of code, and what is folded away. */
function closed(text: string): string {
  let fence: string | undefined;
  let folded = 0;
  for (const line of text.split('\n')) {
    const [, ticks] = /^(`{3,})/.exec(line) ?? [];
    if (ticks !== undefined) {
      if (fence === undefined) fence = ticks;
      else if (line === fence) fence = undefined;
    } else if (fence === undefined) {
      if (line.startsWith('<details>')) folded += 1;
      if (line === '</details>') folded -= 1;
    }
  }
  return text + (fence === undefined ? '' : `\n${fence}`) + '\n\n</details>'.repeat(Math.max(0, folded));
}
