/**
 * What of the kernel a container sees without any right. A part that is built in, or a module that is loaded, shows itself.
 * Of a module that is not loaded only the kernel's configuration tells, and that only when there is none: whether the file of
 * a module is installed is not to be seen from a container, and loading it would change the host.
 */

/** `there`: built in or loaded. `missing`: the kernel was built without. `unseen`: not loaded, and perhaps it could be. */
export type PartState = 'there' | 'missing' | 'unseen';

/** The option it is built by, and a command that succeeds where it shows itself. */
const PARTS = {
  /** A filesystem is registered when it is built in or loaded: proc_filesystems(5). */
  overlay: { option: 'OVERLAY_FS', shows: 'grep -qw overlay /proc/filesystems' },
  /** A module with parameters has its directory when it is built in, too: sysfs(5). */
  vxlan: { option: 'VXLAN', shows: 'test -d /sys/module/vxlan' },
  /** Its settings are those of a network namespace: the look must be on the host's network. */
  br_netfilter: {
    option: 'BRIDGE_NETFILTER',
    shows: 'test -e /proc/sys/net/bridge/bridge-nf-call-iptables',
  },
  /** The virtual addresses of swarm mode are its. */
  ip_vs: { option: 'IP_VS', shows: 'test -d /sys/module/ip_vs' },
} as const;

export type KernelPart = keyof typeof PARTS;
export type KernelParts = Readonly<Record<KernelPart, PartState>>;

/** As `grep` finds it in a configuration; a kernel without modules has all that it ever will. Source: scripts/kconfig of Linux. */
const WITHOUT = 'test ! -e /proc/modules || busybox zcat /proc/config.gz 2>/dev/null | grep -q';

/** Shell of a container on the host's network: a line `kernel PART STATE` for each part. */
export const KERNEL_LOOK = Object.entries(PARTS)
  .map(([part, { option, shows }]) => {
    const without = `${WITHOUT} '^# CONFIG_${option} is not set'`;
    return `if ${shows}; then echo 'kernel ${part} there'; elif ${without}; then echo 'kernel ${part} missing'; fi`;
  })
  .join('\n');

/** Reads what KERNEL_LOOK printed, among other lines; a part that it does not name is `unseen`. */
export function parseKernelLook(text: string): KernelParts {
  const state = (part: KernelPart): PartState => {
    const said = new RegExp(`^kernel ${part} (there|missing)$`, 'm').exec(text)?.[1];
    return said === 'there' || said === 'missing' ? said : 'unseen';
  };
  return {
    overlay: state('overlay'),
    vxlan: state('vxlan'),
    br_netfilter: state('br_netfilter'),
    ip_vs: state('ip_vs'),
  };
}
