/**
 * Takes a picture of a page, as those of the README: 1440 pixels wide, or 390.
 *
 *   node -r esbuild-register scripts/picture-page.ts REPORT.html PICTURE.png [FRAGMENT] [WIDTH] [light|dark]
 */
import path from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumAtHand } from '../test/page/chromium';

const HEIGHT = 900;

async function main([page, picture, fragment = '', width = '1440', theme = 'light']: readonly string[]): Promise<void> {
  if (page === undefined || picture === undefined) throw new Error('usage: REPORT.html PICTURE.png [FRAGMENT] [WIDTH]');
  const executablePath = chromiumAtHand(process.env);
  if (executablePath === undefined) throw new Error('no Chromium: apt-get install chromium');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
  });
  try {
    const viewport = { width: Number(width), height: HEIGHT };
    const colorScheme = theme === 'dark' ? 'dark' : 'light';
    const opened = await browser.newPage({ viewport, colorScheme, deviceScaleFactor: 2 });
    await opened.goto(`file://${path.resolve(page)}${fragment}`);
    await opened.locator('html[data-ready]').waitFor({ state: 'attached' });
    await opened.screenshot({ path: picture });
  } finally {
    await browser.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
