/** After the tests of the page. */
import './global-setup';

export default async function globalTeardown(): Promise<void> {
  await globalThis.pageBrowser?.close();
}
