/** What axe-core finds: nothing, in any view, theme and width. */
import axe from 'axe-core';
import { go, openAll, withReport } from './browser';
import { everything, oneEngine } from './reports';

const VIEWS = ['#overview', '#claims', '#drift', '#times', '#network.names.by-alias'];

interface Violation {
  readonly rule: string;
  readonly at: readonly string[];
}

describe.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 390],
  ['dark', 390],
] as const)('in %s, %d pixels wide', (colorScheme, width) => {
  it.each([
    ['one engine', oneEngine()],
    ['several engines', everything()],
  ])('the page of %s is accessible', async (_engines, report) => {
    await withReport(report, { colorScheme, viewport: { width, height: 900 } }, async ({ page }) => {
      await page.evaluate(axe.source);
      for (const view of VIEWS) {
        await go(page, view);
        await openAll(page);
        expect({ view, violations: await page.evaluate(violations) }).toEqual({ view, violations: [] });
      }
    });
  });
});

async function violations(): Promise<Violation[]> {
  const { axe } = globalThis as unknown as { readonly axe: typeof import('axe-core') };
  const found = await axe.run(document, { resultTypes: ['violations'] });
  return found.violations.map(({ id, nodes }) => ({
    rule: id,
    at: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary ?? ''}`),
  }));
}
