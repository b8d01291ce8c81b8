/** Before the tests of the page: one Chromium for all of them. Where there is none they fail, each with the mend. */
import { type BrowserServer, chromium } from 'playwright-core';
import { chromiumAtHand } from './chromium';

declare global {
  /** The browser of the tests of the page. */
  var pageBrowser: BrowserServer | undefined;
}

export default async function globalSetup(): Promise<void> {
  const executablePath = chromiumAtHand(process.env);
  if (executablePath === undefined) return;
  globalThis.pageBrowser = await chromium.launchServer({
    executablePath,
    // Playwright gives it a profile of its own, empty, and removes it.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  // Workers inherit it.
  process.env.PAGE_BROWSER = globalThis.pageBrowser.wsEndpoint();
}
