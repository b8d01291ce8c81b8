/** Which claims and places of drift a waiver's pattern speaks of. */
import picomatch from 'picomatch';
import { isPlaceOf } from '../schema/place-glob';

const KINDS = ['missing', 'type', 'format', 'added'];

/** Is the id one of the glob's? A plain id is itself alone. */
export function isClaimOf(glob: string, id: string): boolean {
  // Of no glob at all picomatch throws: a pattern of drift may begin with a space.
  return glob === id || (glob !== '' && picomatch.isMatch(id, glob));
}

/** Is the target one of the globs'? Without globs every one is. A star stands for any text, slashes too. */
export function isTargetOf(globs: readonly string[] | undefined, target: string): boolean {
  return (
    globs === undefined ||
    globs.some((glob) => glob === target || picomatch.isMatch(target, glob, { bash: true, dot: true }))
  );
}

/**
 * Is a place of drift one of the pattern's?
 *
 * @param pattern `SCHEMA PATH` or `SCHEMA PATH KIND`, schema and path as globs
 * @param id as `driftId` makes it
 */
export function isDriftOf(pattern: string, id: string): boolean {
  const [wanted, is] = [parts(pattern), parts(id)];
  if (wanted.kind !== undefined && wanted.kind !== is.kind) return false;
  if (!isClaimOf(wanted.schema, is.schema)) return false;
  return wanted.path === is.path || (wanted.path !== '' && isPlaceOf(wanted.path, is.path));
}

/** Of `container-inspect /HostConfig/Memory type`. A path may hold spaces: a key may be anything. */
function parts(text: string): { schema: string; path: string; kind: string | undefined } {
  const [schema = '', ...rest] = text.split(' ');
  const last = rest.at(-1);
  const kind = last !== undefined && KINDS.includes(last) ? last : undefined;
  return { schema, path: (kind === undefined ? rest : rest.slice(0, -1)).join(' '), kind };
}
