/** Where the browser for the tests of the page is. */
import { existsSync } from 'node:fs';

/** Where distributions install it; CHROMIUM names another. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Its path, or undefined where there is none. */
export function chromiumAtHand(env: NodeJS.ProcessEnv): string | undefined {
  return [env.CHROMIUM, ...PLACES].find((place) => place !== undefined && existsSync(place));
}
