/** The browser of these tests, and pages in it that open a report from the disk and keep account of what they did. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { Baseline } from '../../reports/baseline';
import type { Report } from '../../reports/report';
import { renderHtml } from '../../reports/writers/html';

// A page is quick, and a machine that tests an engine beside it is not.
jest.setTimeout(60_000);

let browser: Browser | undefined;
let folder: string | undefined;
const files = new Map<Report, string>();

afterAll(async () => {
  await browser?.close();
  browser = undefined;
  if (folder !== undefined) rmSync(folder, { recursive: true });
  folder = undefined;
  files.clear();
});

/** What a page said and asked for while it was open. */
export interface Account {
  /** Errors and warnings of the console, among them violations of the policy, and exceptions that nobody caught. */
  readonly complaints: string[];
  /** Addresses that were asked for; that of the page itself is not among them. */
  readonly requests: string[];
}

export interface Opened {
  readonly page: Page;
  readonly account: Account;
}

export interface OpenOptions extends BrowserContextOptions {
  readonly hash?: string;
  readonly baselines?: readonly Baseline[];
}

/** Opens a report in a context of its own, as a double click on the file does, and closes it when the test is over. */
export async function withReport(
  report: Report,
  { hash = '', baselines = [], ...options }: OpenOptions,
  use: (opened: Opened) => Promise<void>,
): Promise<void> {
  const context = await (await theBrowser()).newContext({ viewport: { width: 1440, height: 900 }, ...options });
  try {
    const page = await context.newPage();
    const account: Account = { complaints: [], requests: [] };
    const url = `file://${fileOf(report, baselines)}`;
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') account.complaints.push(message.text());
    });
    page.on('pageerror', (error) => void account.complaints.push(String(error)));
    page.on('request', (request) => {
      if (request.url().split('#')[0] !== url) account.requests.push(request.url());
    });
    await page.goto(url + hash);
    if (options.javaScriptEnabled !== false) await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    await use({ page, account });
  } finally {
    await context.close();
  }
}

/** Shows another view of the open page, and waits until it is there. */
export async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    location.hash = wanted;
    await frame();
    await frame();
  }, hash);
  await page.locator('main :is(h1, .matrix)').first().waitFor({ state: 'attached' });
}

export function hashOf(page: Page): Promise<string> {
  return page.evaluate(() => location.hash);
}

/** Unfolds all that can be unfolded, and what appears in it. */
export async function openAll(page: Page): Promise<void> {
  const folded = page.locator('details:not([open])');
  for (let round = 0; round < 4 && (await folded.count()) > 0; round += 1) {
    await folded.evaluateAll((all) => {
      for (const each of all) (each as HTMLDetailsElement).open = true;
    });
  }
}

async function theBrowser(): Promise<Browser> {
  if (browser !== undefined) return browser;
  const endpoint = process.env.PAGE_BROWSER;
  if (endpoint === undefined) {
    throw new Error('no Chromium for the tests of the page: apt-get install chromium, or name one with CHROMIUM=/path');
  }
  browser = await chromium.connect(endpoint);
  return browser;
}

/** One file for each report, however often it is opened. */
function fileOf(report: Report, baselines: readonly Baseline[]): string {
  const written = files.get(report);
  if (written !== undefined) return written;
  folder ??= mkdtempSync(path.join(tmpdir(), 'page-'));
  const file = path.join(folder, `report-${files.size}.html`);
  writeFileSync(file, renderHtml(report, baselines));
  files.set(report, file);
  return file;
}
