/** Parts of faults that several claims about volumes name. */
import { alsoDoes, isObject, type Json, type Look, type Plant } from '../../helpers/faults/vocabulary';

/** Each mount shows the source of the one before. */
export function rotatedSources(mounts: Json | undefined): Json {
  if (!Array.isArray(mounts)) return mounts ?? null;
  return mounts.map((mount, at) => {
    const other = mounts.at(at - 1);
    return isObject(mount) && isObject(other) ? { ...mount, Source: other.Source ?? '' } : mount;
  });
}

/** With a container all of its volumes go, the named too. */
export function removesVolumesToo(): Plant {
  return alsoDoes('DELETE /containers/*', 'after', async ({ path }, look) => {
    const inspect = await look(`${path}/json`);
    const mounts = isObject(inspect) && Array.isArray(inspect.Mounts) ? inspect.Mounts : [];
    const names = mounts.flatMap((mount) => (isObject(mount) && mount.Name ? [String(mount.Name)] : []));
    return names.map((name) => ({ method: 'DELETE', path: `/volumes/${name}` }));
  });
}

/** The first container from which the one that a path names takes its volumes; empty where it takes none. */
export async function sourceOf(path: string, look: Look): Promise<string> {
  const [, , container = ''] = path.split('/');
  const inspect = await look(`/containers/${container}/json`);
  const config = isObject(inspect) ? inspect.HostConfig : undefined;
  const from = isObject(config) && Array.isArray(config.VolumesFrom) ? config.VolumesFrom : [];
  return String(from[0] ?? '');
}
