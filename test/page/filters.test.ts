/** Filters and search, and the address that holds them. */
import { go, hashOf, withReport } from './browser';
import { manyEngines, oneEngine } from './reports';

describe('the list of claims', () => {
  const report = oneEngine();

  it('is filtered by status, chapter and level, and says so in the address', async () => {
    await withReport(report, { hash: '#claims' }, async ({ page }) => {
      expect(await page.locator('.claim').count()).toBe(8);
      await page.getByRole('button', { name: 'Regression' }).click();
      expect(await page.locator('.claim .claim-name').allTextContents()).toEqual([
        'network.static.address-kept',
        'network.names.by-alias',
      ]);
      await page.getByRole('button', { name: 'erratum' }).click();
      expect(await page.locator('.claim').count()).toBe(1);
      expect(await page.getByRole('status').first().textContent()).toBe('1 of 8 claims');
      expect(await hashOf(page)).toBe('#claims?status=regression&level=erratum');
      await page.getByRole('button', { name: 'engine', exact: false }).first().click();
      expect(await page.locator('main').textContent()).toContain('No claim is like this');
      await page.getByRole('button', { name: 'Clear' }).click();
      expect(await page.locator('.claim').count()).toBe(8);
    });
  });

  it('is shown as a link says', async () => {
    await withReport(report, { hash: '#claims?q=socket&status=unexpected-pass' }, async ({ page }) => {
      expect(await page.locator('.claim').count()).toBe(1);
      expect(await page.getByRole('textbox').inputValue()).toBe('socket');
      expect(await page.getByRole('button', { pressed: true }).textContent()).toContain('Unexpected pass');
    });
  });

  it('is searched by keys alone', async () => {
    await withReport(report, { hash: '#claims' }, async ({ page }) => {
      await page.keyboard.press('/');
      await page.keyboard.type('static address');
      expect(await page.locator('.claim').count()).toBe(1);
      expect(await hashOf(page)).toBe('#claims?q=static%20address');
      await page.keyboard.press('Escape');
      expect(await page.locator('.claim').count()).toBe(8);
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    });
  });

  it('is kept on the way to a claim and back', async () => {
    await withReport(report, { hash: '#claims?status=regression' }, async ({ page }) => {
      await page.locator('.claim a').nth(1).click();
      expect(await page.locator('h1').textContent()).toBe('network.names.by-alias');
      await page.getByRole('link', { name: 'Previous' }).click();
      expect(await page.locator('h1').textContent()).toBe('network.static.address-kept');
      await page.keyboard.press('Escape');
      await page.locator('.claim').first().waitFor();
      expect(await hashOf(page)).toBe('#claims?status=regression');
    });
  });
});

describe('the drift', () => {
  it('is filtered by kind and by what is known', async () => {
    await withReport(oneEngine(), { hash: '#drift' }, async ({ page }) => {
      expect(await page.locator('.drift li').count()).toBe(3);
      await page.getByRole('button', { name: 'unknown' }).click();
      await page.getByRole('button', { name: 'type' }).click();
      expect(await page.locator('.drift .path').allTextContents()).toEqual(['/HostConfig/Memory']);
      await page.locator('.drift summary').click();
      expect(await page.locator('.told').textContent()).toContain('3 of 40 answers');
    });
  });

  it('of many engines is told engine by engine', async () => {
    await withReport(manyEngines(4, 5), { hash: '#drift' }, async ({ page }) => {
      await page.locator('.drift summary').first().click();
      expect(await page.locator('.told b').textContent()).toBe(
        'Docker 20.0.1, Docker 21.0.1, Docker 23.0.1, Podman 22.0.1',
      );
      await go(page, '#drift?differing=yes');
      expect(await page.locator('.calm').textContent()).toBe('No place is like this.');
    });
  });
});
