/** Where a container's own control group is, in the trees that are mounted in it. */

/**
 * A function of the probe's shell: `group memory` prints the directory of the group that the container is in, in the tree of
 * that controller, or in the one tree of version 2; nothing where neither is mounted. What is mounted may begin above the
 * group, as with an engine that is in a container itself, or below the place that the kernel names. Sources: cgroups(7),
 * /proc/pid/cgroup; proc_pid_mountinfo(5).
 */
export const GROUP_FUNCTION = `
group() {
  awk -v name="$1" '
    FNR == NR {
      split($0, part, ":")
      if (index("," part[2] ",", "," name ",")) own = part[3]
      if (part[1] == 0) whole = part[3]
      next
    }
    {
      for (at = 7; at < NF && $at != "-"; at++);
      if ($(at + 1) == "cgroup" && index("," $(at + 3) ",", "," name ",")) { begin = $4; point = $5; path = own }
      else if ($(at + 1) == "cgroup2" && path == "") { begin = $4; point = $5; path = whole }
    }
    END {
      if (begin == "/") begin = ""
      if (path == "/") path = ""
      print point (index(path, begin) == 1 ? substr(path, length(begin) + 1) : "")
    }
  ' /proc/self/cgroup /proc/self/mountinfo
}`;
