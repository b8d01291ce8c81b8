/** Light and dark, narrow and wide, on paper. */
import { conformingReport } from '../../reports/fixtures/conforming';
import { go, openAll, withReport } from './browser';
import { everything, manyEngines, oneEngine } from './reports';

const VIEWS = ['#overview', '#claims', '#drift', '#times', '#network.names.by-alias'];
const background = () => getComputedStyle(document.documentElement).backgroundColor;

describe('the colours', () => {
  it('are those of the system until a reader chooses', async () => {
    await withReport(conformingReport(), { colorScheme: 'dark' }, async ({ page }) => {
      const dark = await page.evaluate(background);
      await page.getByRole('radio', { name: 'light' }).check({ force: true });
      await page.locator('html[data-theme=light]').waitFor({ state: 'attached' });
      const light = await page.evaluate(background);
      expect([dark, light]).toEqual(['rgb(21, 23, 27)', 'rgb(250, 249, 246)']);
    });
  });

  it('stay as chosen when the page is opened again', async () => {
    await withReport(conformingReport(), { colorScheme: 'light' }, async ({ page }) => {
      await page.getByRole('radio', { name: 'dark' }).check({ force: true });
      await page.locator('html[data-theme=dark]').waitFor({ state: 'attached' });
      await page.reload();
      await page.locator('html[data-ready]').waitFor({ state: 'attached' });
      expect(await page.evaluate(background)).toBe('rgb(21, 23, 27)');
    });
  });
});

describe('on a screen of 390 pixels', () => {
  const options = { viewport: { width: 390, height: 844 } };
  const width = () => ({ page: document.documentElement.scrollWidth, screen: document.documentElement.clientWidth });

  it.each([
    ['one engine', oneEngine()],
    ['two engines', everything()],
    ['twenty engines', manyEngines(20, 20)],
  ])('the page of %s is nowhere wider than it', async (_engines, report) => {
    await withReport(report, options, async ({ page }) => {
      for (const view of VIEWS) {
        await go(page, view);
        await openAll(page);
        const { page: wide, screen } = await page.evaluate(width);
        expect({ view, tooWide: wide > screen }).toEqual({ view, tooWide: false });
      }
    });
  });

  it('the filters are folded away until they are asked for', async () => {
    await withReport(oneEngine(), { ...options, hash: '#claims' }, async ({ page }) => {
      const choice = page.getByRole('button', { name: 'Regression' });
      expect(await choice.isVisible()).toBe(false);
      await page.getByRole('button', { name: 'Filters' }).click();
      await choice.click();
      expect(await page.locator('.claim').count()).toBe(2);
    });
  });
});

describe('on paper', () => {
  it('the page is black on white and without what only a screen can do', async () => {
    await withReport(oneEngine(), { colorScheme: 'dark' }, async ({ page }) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await page.evaluate(background)).toBe('rgb(255, 255, 255)');
      expect(await page.locator('nav').first().isVisible()).toBe(false);
      expect(await page.getByRole('button', { name: 'Copy' }).first().isVisible()).toBe(false);
      expect(await page.locator('h1').isVisible()).toBe(true);
    });
  });
});
