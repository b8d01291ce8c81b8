import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

let found: string | undefined;

/**
 * The folder of this package, as an absolute path: the nearest one above this file that holds a package.json. The code
 * runs from its sources and from dist/, and its data (schemas/) lies at the root only.
 */
export function packageRoot(): string {
  found ??= nearestPackage(__dirname);
  return found;
}

function nearestPackage(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`no package.json above ${__dirname}`);
  return nearestPackage(parent);
}
