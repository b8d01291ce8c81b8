/** The first process of a lab host: it readies what a machine has ready at its boot, and becomes the engine. */

/** Where the script lies on every host, whatever its image. */
export const ENTRYPOINT_PATH = '/engine-conformance-entrypoint';

/**
 * Works in any shell of POSIX. With all privileges there is nothing to remount, and the first loop does no harm.
 * Control groups of version 2 hand their controllers down only where they hold no processes themselves: cgroups(7), "no
 * internal processes".
 */
export const ENTRYPOINT = `#!/bin/sh
points=
while read -r _ point _; do
  case "$point" in /proc/sys | /sys | /sys/fs/cgroup | /sys/fs/cgroup/*) points="$points $point" ;; esac
done < /proc/mounts
for point in $points; do
  mount -o remount,bind,rw "$point" || echo "lab host: $point stays as it is" >&2
done
groups=/sys/fs/cgroup
if [ -f "$groups/cgroup.controllers" ]; then
  mkdir -p "$groups/init"
  for process in $(cat "$groups/cgroup.procs"); do
    echo "$process" > "$groups/init/cgroup.procs" || echo "lab host: process $process stays where it is" >&2
  done
  for controller in $(cat "$groups/cgroup.controllers"); do
    echo "+$controller" > "$groups/cgroup.subtree_control" || echo "lab host: no controller $controller" >&2
  done
fi
for init in tini tini-static; do
  if command -v "$init" > /dev/null; then exec "$init" -- "$@"; fi
done
exec "$@"
`;
