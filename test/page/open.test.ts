/** The page opens from a disk, keeps to its policy and asks nobody for anything. */
import { conformingReport } from '../../reports/fixtures/conforming';
import { go, openAll, withReport } from './browser';
import { everything } from './reports';

const VIEWS = ['#overview', '#claims', '#drift', '#times', '#network.names.by-alias', '#no.such-claim'];

describe('the page', () => {
  it('opens from the disk and says first what came of it', async () => {
    await withReport(conformingReport(), {}, async ({ page }) => {
      expect(await page.title()).toBe(
        'CONFORMS: 3 claims judged on docker 20.10.24+dfsg1; all as expected · engine-conformance',
      );
      expect(await page.locator('h1').textContent()).toBe('Conforms');
      expect(await page.locator('.calm').textContent()).toContain('Nothing departs');
    });
  });

  it('asks for nothing and violates no policy in any of its views', async () => {
    await withReport(everything(), {}, async ({ page, account }) => {
      for (const view of VIEWS) {
        await go(page, view);
        await openAll(page);
      }
      expect(account).toEqual({ complaints: [], requests: [] });
    });
  });

  it('runs no script and takes no style but its own', async () => {
    await withReport(conformingReport(), {}, async ({ page, account }) => {
      const ran = await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'document.title = "owned"';
        const style = document.createElement('style');
        style.textContent = 'body { display: none }';
        document.body.append(script, style);
        return { title: document.title, display: getComputedStyle(document.body).display };
      });
      expect(ran).toEqual({ title: expect.stringContaining('CONFORMS'), display: 'block' });
      expect(account.complaints).toHaveLength(2);
    });
  });

  it('says where the report has what, without a script', async () => {
    await withReport(conformingReport(), { javaScriptEnabled: false }, async ({ page }) => {
      expect(await page.locator('noscript').textContent()).toContain('report.md');
    });
  });
});
