/** Twenty engines of two hundred claims: how long it takes until the page does what a reader asks. */
import type { Page } from 'playwright-core';
import { withReport } from './browser';
import { manyEngines } from './reports';

const LIMIT_MS = 1000;

/** Quickest of so many: the machine may be busy with something else. */
const TRIES = 3;

describe('20 engines of 200 claims', () => {
  it(`are there to be filtered within ${LIMIT_MS} ms of processor time`, async () => {
    const report = manyEngines(20, 200);
    const took: number[] = [];
    while (took.length < TRIES && Math.min(...took) > LIMIT_MS) {
      await withReport(report, { hash: '#claims' }, async ({ page }) => {
        expect(await page.locator('.cell').count()).toBe(4000);
        await page.evaluate(filtered);
        took.push(await busy(page));
      });
    }
    expect(Math.min(...took)).toBeLessThan(LIMIT_MS);
  });
});

/** Asks for a filter and waits until it is shown. */
async function filtered(): Promise<void> {
  const shown = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  location.hash = '#claims?status=regression';
  while (document.querySelectorAll('.matrix-row').length > 50) await shown();
  await shown();
}

/**
 * Milliseconds of processor time that all threads of the page have had since it began to load: no less than what a reader
 * waits for where nothing else runs, and the same where something does.
 */
async function busy(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'ProcessTime')?.value;
  if (seconds === undefined || seconds === 0) throw new Error('the browser does not say how long it was busy');
  return seconds * 1000;
}
