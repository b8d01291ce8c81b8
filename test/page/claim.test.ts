/** A claim by its link: what was seen, the transcript, and curl lines to copy. */
import type { Baseline } from '../../reports/baseline';
import { openAll, withReport } from './browser';
import { everything, oneEngine } from './reports';

const HASH = '#network.names.by-alias';

describe('a claim', () => {
  const report = oneEngine();

  it('is shown by its link, with what was expected and seen', async () => {
    await withReport(report, { hash: HASH }, async ({ page }) => {
      expect(await page.locator('h1').textContent()).toBe('network.names.by-alias');
      expect(await page.locator('.claim-head').textContent()).toContain('Lines 40-42 of the document');
      expect(await page.locator('.says').textContent()).toContain('An alias is seen on the default bridge too');
      expect(await page.locator('.result .tag').textContent()).toContain('Regression');
      expect(await page.locator('.result .failure').textContent()).toContain('"Aliases":["web"]');
    });
  });

  it('has its evidence as a transcript, the bodies folded', async () => {
    await withReport(report, { hash: HASH }, async ({ page }) => {
      await page.locator('.evidence .setup > summary').click();
      const calls = page.locator('.call');
      expect(await calls.count()).toBe(2);
      expect(await calls.first().locator('summary').textContent()).toBe('POST/v1.23/networks/create20130.0 ms');
      expect(await calls.nth(1).locator('summary').textContent()).toContain('no answer');
      expect(await page.locator('.body').count()).toBe(1);
      await calls.first().locator('summary').click();
      expect(await calls.first().locator('pre').textContent()).toContain('"Name": "\\u001b[2J');
      expect(await page.locator('.run-command').textContent()).toContain('exit status 1');
      expect(await page.locator('.evidence').textContent()).toContain('Some of it was left out');
    });
  });

  it('has curl lines that are copied as they are shown', async () => {
    const options = { hash: HASH, permissions: ['clipboard-read', 'clipboard-write'] };
    await withReport(report, options, async ({ page }) => {
      const last = page.locator('.call').last();
      await last.locator('summary').click();
      await last.getByRole('button', { name: 'Copy curl for GET /v1.23/networks' }).click();
      await last.getByText('Copied').first().waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
        'curl -sS --unix-socket /var/run/docker.sock http://localhost/v1.23/networks',
      );
    });
  });

  it('is selected to be copied by keys where the browser keeps its clipboard', async () => {
    await withReport(report, { hash: '#network.static.address-kept' }, async ({ page }) => {
      await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
      await page.getByRole('button', { name: 'Copy the command that shows it' }).click();
      await page.getByText('Selected').first().waitFor();
      expect(await page.evaluate(() => String(getSelection()))).toMatch(/^curl -s .*IPv4Address$/);
    });
  });

  it('is named where the report does not know it', async () => {
    await withReport(report, { hash: '#some.other-claim' }, async ({ page }) => {
      expect(await page.locator('h1').textContent()).toBe('No such claim');
      expect(await page.locator('.lead').textContent()).toContain('some.other-claim');
    });
  });

  it('is told of where it was not tried', async () => {
    await withReport(report, { hash: '#overlay.two-hosts.ping' }, async ({ page }) => {
      expect(await page.locator('.calm').textContent()).toBe('This version of the tool cannot try it yet.');
    });
  });
});

describe('the history of a claim', () => {
  it('leads from engine to engine, and has the baselines between them', async () => {
    const baseline: Baseline = {
      format: 1,
      tool: { name: 'engine-conformance' },
      target: {
        vendor: 'docker',
        version: '28.5.2',
        apiVersion: '1.51',
        minApiVersion: '1.24',
        apiVersionAsked: '1.24',
        kind: 'single',
      },
      claims: [{ claim: 'network.names.by-alias', verdict: 'pass', outcome: 'as-expected', reason: null }],
      drift: [],
    };
    await withReport(everything(), { hash: HASH, baselines: [baseline] }, async ({ page }) => {
      const entries = page.locator('.history li');
      expect(await entries.allTextContents()).toEqual([
        expect.stringContaining('20.10.24'),
        expect.stringContaining('28.5.2 baseline'),
        expect.stringContaining('5.8.6'),
      ]);
      await entries.nth(2).getByRole('link').click();
      await page.locator('.result .tag', { hasText: 'Not applicable' }).waitFor();
      expect(await page.locator('[aria-current="true"]').textContent()).toContain('5.8.6');
      await openAll(page);
      expect(await page.locator('main').textContent()).toContain('No call was made for it');
    });
  });
});
