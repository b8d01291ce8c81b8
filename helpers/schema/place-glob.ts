/** Globs of places in a schema: how known drift, and the parts of a document that a claim judges, are named. */
import picomatch from 'picomatch';

const matchers = new Map<string, (place: string) => boolean>();

/**
 * Is the place one of the glob's?
 *
 * @param glob as picomatch has them: `/HostConfig/**`, `/HostConfig/{Init,Runtime}`. A `*` stands for one step, also for the
 *   `*` that stands for all items of an array or all keys of a map
 * @param place as `placeOf` makes it
 */
export function isPlaceOf(glob: string, place: string): boolean {
  const matcher = matchers.get(glob) ?? picomatch(glob, { dot: true });
  matchers.set(glob, matcher);
  return matcher(place);
}
