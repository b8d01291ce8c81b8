/** Many engines: the matrix, its keys, and what is said of a cell. */
import { withReport } from './browser';
import { manyEngines } from './reports';

describe('the matrix', () => {
  const report = manyEngines(6, 60);
  const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

  it('has the engines by vendor and version, and names the first that departs', async () => {
    await withReport(report, { hash: '#claims' }, async ({ page }) => {
      expect(await page.locator('.vendors [role=columnheader]:not(.corner)').allTextContents()).toEqual([
        'Docker',
        'Podman',
      ]);
      expect(await page.locator('.matrix-head .version').allTextContents()).toEqual([
        ...['20.0.1', '21.0.1', '23.0.1', '24.0.1'],
        ...['22.0.1', '25.0.1'],
      ]);
      const row = page.locator('.matrix-row', { hasText: 'engine.part.claim-20' });
      expect(await row.locator('.departs').textContent()).toBe('Docker 21.0.1Podman 22.0.1');
    });
  });

  it('shows but what differs between the engines of one vendor', async () => {
    await withReport(report, { hash: '#claims' }, async ({ page }) => {
      await page.getByRole('button', { name: 'differing only' }).click();
      expect(await page.locator('.matrix-row').count()).toBe(4);
      await page.getByRole('button', { name: 'Podman' }).click();
      expect(await page.locator('.matrix-head .version').allTextContents()).toEqual(['22.0.1', '25.0.1']);
      expect(await page.locator('.matrix-row').count()).toBe(0);
    });
  });

  it('is one stop of the Tab key, and is walked by arrows', async () => {
    await withReport(report, { hash: '#claims' }, async ({ page }) => {
      await page.getByRole('button', { name: 'differing only' }).focus();
      await page.keyboard.press('Tab');
      expect(await page.evaluate(focused)).toBe('engine.part.claim-0');
      await page.keyboard.press('ArrowRight');
      expect(await page.evaluate(focused)).toBe('Docker 20.0.1: Known change');
      await page.keyboard.press('End');
      expect(await page.evaluate(focused)).toBe('Podman 25.0.1: Known change');
      await page.keyboard.press('ArrowDown');
      expect(await page.evaluate(focused)).toBe('Podman 25.0.1: As expected');
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      await page.locator('h1', { hasText: 'engine.part.claim-5' }).waitFor();
    });
  });

  it('says of a cell under the pointer what was seen', async () => {
    await withReport(report, { hash: '#claims' }, async ({ page }) => {
      await page.locator('.cell.s-regression').first().hover();
      expect(await page.locator('.readout').textContent()).toMatch(/Regression on Docker 23\.0\.1[\s\S]*observed 400/);
    });
  });
});
