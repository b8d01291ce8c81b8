/** Whatever an engine said is shown as visible text: nothing of it is markup, script, or a control. */
import { go, openAll, withReport } from './browser';
import { everything, oneEngine } from './reports';

const VIEWS = [
  '#overview',
  '#claims',
  '#drift',
  '#times',
  '#network.names.by-alias',
  '#volume.named.survives-container',
];

/** Every text and attribute of the page that holds what does not show as itself, as one that escapes would have it. */
function hiddenTexts(): string[] {
  // As reports/escape has it; line feeds are the page's own, between elements and within lists of lines.
  const hidden = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/u;
  const found: string[] = [];
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest('script, style') !== null) continue;
    if (node instanceof Element) {
      if (node.matches('script, style')) continue;
      for (const { name, value } of node.attributes)
        if (hidden.test(value)) found.push(`${name}=${JSON.stringify(value)}`);
    } else {
      const text = (node.nodeValue ?? '').replaceAll('\n', '');
      if (hidden.test(text)) found.push(JSON.stringify(text));
    }
  }
  return found;
}

describe('hostile text', () => {
  it.each([
    ['one engine', oneEngine()],
    ['several engines', everything()],
  ])('of %s is visible text in every view', async (_engines, report) => {
    await withReport(report, {}, async ({ page, account }) => {
      let seen = '';
      for (const view of VIEWS) {
        await go(page, view);
        await openAll(page);
        expect({ view, hidden: await page.evaluate(hiddenTexts) }).toEqual({ view, hidden: [] });
        expect(await page.locator('main script, main b:text-is("b"), main a[href*="evil"]').count()).toBe(0);
        seen += await page.locator('main').textContent();
      }
      expect(seen).toContain('<script>alert(1)</script>');
      expect(seen).toContain('\\u001b[2J');
      expect(seen).toContain('\\u202eevil');
      expect(account).toEqual({ complaints: [], requests: [] });
    });
  });

  it('in an address finds nothing and does nothing', async () => {
    const hash = '#claims?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%E2%80%AE&status=%3Cb%3E,regression';
    await withReport(oneEngine(), { hash }, async ({ page, account }) => {
      expect(await page.locator('img').count()).toBe(0);
      expect(await page.locator('.calm').textContent()).toBe('No claim is like this.');
      expect(account).toEqual({ complaints: [], requests: [] });
    });
  });
});
