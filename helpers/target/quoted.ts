/** Text of somebody else, made fit for a message of one line. */

const LONGEST = 100;

/**
 * The text in quotes: at most 100 characters of it, and nothing in it that a terminal would obey (controls, format and
 * direction characters, line separators) or that is half a character.
 */
export function quoted(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
  return JSON.stringify(cut).replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, escaped);
}

/** The text without quotes, on one line, escaped in the same way, and at most `longest` characters of it. */
export function oneLine(text: string, longest = 300): string {
  const line = text.trim().replace(/\s+/g, ' ');
  const cut = line.length > longest ? `${line.slice(0, longest)}...` : line;
  return cut.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, escaped);
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
