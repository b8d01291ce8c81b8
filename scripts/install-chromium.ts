/** Installs Chromium for the tests of the page where there is none, as the bootstrap installs an engine: by apt. */
import { install, updateLists } from '../helpers/bootstrap/apt';
import { chromiumAtHand } from '../test/page/chromium';

async function main(): Promise<void> {
  if (chromiumAtHand(process.env) !== undefined) return;
  await updateLists();
  const trouble = await install(['chromium']);
  if (trouble !== undefined) throw new Error(`apt-get install chromium failed: ${trouble}`);
  if (chromiumAtHand(process.env) === undefined) throw new Error('chromium was installed and is not there');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
