/** What users that are neither owner nor of the group may do with a file of this machine. */
import { statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The bit that lets others execute a file, or pass through a directory. */
const OTHERS_EXECUTE = 0o001;

/**
 * The directory on the way to a file, or the file itself, that users who are neither its owner nor of its group cannot
 * pass or execute; the outermost where there are several. Permission bits are judged, access control lists are not.
 *
 * @param path absolute, without symbolic links (`fs.realpathSync`)
 * @returns the path that bars others, or null where nothing does
 * @throws Error where the file is not there
 */
export function barredToOthers(path: string): string | null {
  const parent = dirname(path);
  const above = parent === path ? null : barredToOthers(parent);
  if (above !== null) return above;
  return (statSync(path).mode & OTHERS_EXECUTE) === 0 ? path : null;
}
