import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { KERNEL_LOOK, parseKernelLook } from './kernel-parts';

interface Kernel {
  readonly filesystems?: string;
  readonly modules?: readonly string[];
  readonly bridge?: boolean;
  readonly modular?: boolean;
  readonly config?: string;
}

/** Runs the look on a tree of files that stands for /proc and /sys. */
function looked({ filesystems = 'nodev\tproc\n\text4\n', modules = [], bridge, modular = true, config }: Kernel) {
  const root = temporaryFolder();
  const file = (path: string, content: string | Buffer) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  file('proc/filesystems', filesystems);
  if (modular) file('proc/modules', '');
  if (bridge === true) file('proc/sys/net/bridge/bridge-nf-call-iptables', '1\n');
  if (config !== undefined) file('proc/config.gz', gzipSync(config));
  for (const name of modules) mkdirSync(join(root, 'sys/module', name), { recursive: true });
  // The probe's shell has busybox; this machine's may not.
  file('bin/busybox', '#!/bin/sh\nexec "$@"\n');
  chmodSync(join(root, 'bin/busybox'), 0o755);
  const script = KERNEL_LOOK.replace(/\/(?=proc\/|sys\/module)/g, `${root}/`);
  const env = { PATH: `${join(root, 'bin')}:${process.env.PATH}` };
  return parseKernelLook(execFileSync('/bin/sh', ['-c', script], { env, encoding: 'utf8' }));
}

test('what is loaded or built in is there', () => {
  const filesystems = 'nodev\tproc\nnodev\toverlay\n';
  expect(looked({ filesystems, modules: ['vxlan', 'ip_vs'], bridge: true })).toEqual({
    overlay: 'there',
    vxlan: 'there',
    br_netfilter: 'there',
    ip_vs: 'there',
  });
});

test('a filesystem with a longer name is not the overlay', () => {
  expect(looked({ filesystems: 'nodev\toverlayish\n' }).overlay).toBe('unseen');
});

test('what is not loaded is unseen where nothing tells more', () => {
  expect(new Set(Object.values(looked({})))).toEqual(new Set(['unseen']));
});

test('what the configuration leaves out is missing, and a module that is not loaded is unseen', () => {
  const config = '# CONFIG_VXLAN is not set\nCONFIG_OVERLAY_FS=m\nCONFIG_BRIDGE_NETFILTER=m\n';
  expect(looked({ config })).toEqual({
    overlay: 'unseen',
    vxlan: 'missing',
    br_netfilter: 'unseen',
    ip_vs: 'unseen',
  });
});

test('what a kernel without modules does not show is missing', () => {
  expect(looked({ modular: false, modules: ['vxlan'] })).toEqual({
    overlay: 'missing',
    vxlan: 'there',
    br_netfilter: 'missing',
    ip_vs: 'missing',
  });
});

test('the look finds on this machine what its own files show', () => {
  const shown = parseKernelLook(execFileSync('/bin/sh', ['-c', KERNEL_LOOK], { encoding: 'utf8' }));
  expect(shown.vxlan === 'there').toBe(existsSync('/sys/module/vxlan'));
});

test.each([
  ['nothing', ''],
  ['a state that is none', 'kernel vxlan perhaps'],
  ['more behind it', 'kernel vxlan there too'],
  ['another part', 'kernel vxlans there'],
])('a look that printed %s saw nothing', (_what, text) => {
  expect(parseKernelLook(text).vxlan).toBe('unseen');
});
