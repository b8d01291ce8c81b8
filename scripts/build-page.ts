/**
 * Builds the page of the report into one file, dist/reports/page/report.html, which the HTML writer fills; a step of the
 * build.
 */
import path from 'node:path';
import type { Rolldown } from 'vite' with { 'resolution-mode': 'import' };
import { withPolicy } from '../reports/page/build/policy';

const ROOT = path.join(__dirname, '..');

async function main(): Promise<void> {
  const { build } = await import('vite');
  const { viteSingleFile } = await import('vite-plugin-singlefile');
  await build({
    root: path.join(ROOT, 'reports', 'page'),
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: path.join(ROOT, 'dist', 'reports', 'page'),
      emptyOutDir: true,
      // light-dark(), DecompressionStream and content-visibility are used as they are: browsers since 2024.
      target: ['chrome123', 'firefox125', 'safari18'],
      modulePreload: false,
    },
    plugins: [
      viteSingleFile(),
      {
        name: 'one-file-with-policy',
        enforce: 'post',
        generateBundle: { order: 'post', handler: (_options, bundle) => finish(bundle) },
      },
    ],
  });
}

/** Gives the page its policy and its name. Throws where more than the page was built. */
function finish(bundle: Rolldown.OutputBundle): void {
  const files = Object.values(bundle);
  const [page] = files;
  if (files.length !== 1 || page?.type !== 'asset') {
    throw new Error(`the page is not one file: ${files.map((file) => file.fileName).join(', ')}`);
  }
  page.fileName = 'report.html';
  page.source = withPolicy(String(page.source));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
