import fc from 'fast-check';
import { forMarkdown, forTerminal, forXml, markdownBlock, markdownCode } from './escape';

/** Any sequence of UTF-16 units, so that half characters are among them, rich in what is dangerous. */
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(
        '\u001b[31m',
        '\u202e',
        '\u2066',
        '\u200b',
        '\r\n',
        '\u{e0041}',
        '\u0301',
        '`',
        '|',
        '<b>',
        ']]>',
        '\\',
      ),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

const CONTROLS = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

describe('text for a terminal', () => {
  it('has no control, no format character, no half character and no line break, whatever came in', () => {
    fc.assert(fc.property(anyText, (text) => !CONTROLS.test(forTerminal(text))));
  });

  it('is nothing but printable ASCII where no more can be shown', () => {
    fc.assert(fc.property(anyText, (text) => /^[ -~]*$/.test(forTerminal(text, { ascii: true }))));
  });

  it('is within its bound, apart from the note that says how much is missing', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 50 }), (text, limit) => {
        const shown = forTerminal(text, { limit }).replace(/\.\.\. \(\+\d+ characters\)$/, '');
        return [...shown].length <= limit;
      }),
    );
  });

  it('shows what is harmless as it is', () => {
    expect(forTerminal('/docker-entrypoint.sh --name "grün" 雪 a\\d+')).toBe(
      '/docker-entrypoint.sh --name "grün" 雪 a\\d+',
    );
  });

  it.each([
    ['\u001b[2J', '\\u001b[2J'],
    ['a\r\n\tb', 'a\\r\\n\\tb'],
    ['\u202eevil', '\\u202eevil'],
    ['\ud800x', '\\ud800x'],
    ['\u{e0041}', '\\u{e0041}'],
    ['a\u00a0b\u3164c', 'a\\u00a0b\\u3164c'],
    ['e\u0301', 'e\u0301'],
    ['\u0301', '\\u0301'],
    ['e\u0301\u0301\u0301\u0301', 'e\u0301\u0301\u0301\\u0301'],
  ])('shows %j as %j', (text, shown) => {
    expect(forTerminal(text)).toBe(shown);
  });

  it('says how much of a text is missing, and reads no more than it shows', () => {
    expect(forTerminal('x'.repeat(20_000_000), { limit: 3 })).toBe('xxx... (+19999997 characters)');
  });
});

describe('text for XML', () => {
  it('holds only characters that XML 1.0 allows, whatever came in', () => {
    const illegal = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;
    fc.assert(fc.property(anyText, (text) => !illegal.test(forXml(text))));
  });
});

describe('text for Markdown', () => {
  it('is one line without controls, and every character of markup is behind a backslash', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = forMarkdown(text);
        const bare = shown.replace(/\\./gu, '').replaceAll('<!-- -->', '');
        return !CONTROLS.test(shown) && !/[`*_[\]<>|~&$]/.test(bare);
      }),
    );
  });

  it.each([
    ['@someone #12', '@<!-- -->someone #<!-- -->12'],
    ['- item', '\\- item'],
    ['# title', '\\# title'],
    ['1. first', '1\\. first'],
    ['0.1.0', '0.1.0'],
    ['http://evil.example www.evil.example', 'http\\://evil.example www\\.evil.example'],
    ['<script>', '\\<script\\>'],
    ['a | b \\| c', 'a \\| b \\\\\\| c'],
  ])('writes %j as %j', (text, shown) => {
    expect(forMarkdown(text)).toBe(shown);
  });
});

describe('a code span for Markdown', () => {
  it('is closed by its own ticks and by nothing within', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const span = markdownCode(text);
        if (span === '(empty)') return true;
        const ticks = /^`+/.exec(span)?.[0] ?? '';
        const inside = span.slice(ticks.length, -ticks.length);
        const closing = new RegExp(`(?<!\`)\`{${ticks.length}}(?!\`)`);
        return span.endsWith(ticks) && !closing.test(inside) && !inside.startsWith('`') && !inside.endsWith('`');
      }),
    );
  });

  it('has no pipe in a table cell', () => {
    fc.assert(fc.property(anyText, (text) => !markdownCode(text, { cell: true }).includes('|')));
  });
});

describe('a fenced block for Markdown', () => {
  it('has as many lines as it was given, and none of them closes it', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 5 }), (lines) => {
        const shown = markdownBlock(lines, 'text').split('\n');
        const fence = /^`+/.exec(shown[0] ?? '')?.[0] ?? '';
        const inside = shown.slice(1, -1);
        return inside.length === lines.length && !inside.some((line) => line.includes(fence)) && shown.at(-1) === fence;
      }),
    );
  });
});
