import fc from 'fast-check';
import { mountOptions, mountsBelow, parseMountInfo } from './mounts';

const MOUNTINFO = `22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
23 22 0:5 / /tmp rw,nosuid,noexec - tmpfs tmpfs rw
24 23 254:0 /r /tmp/e/root rw,relatime - ext4 /dev/vda rw
25 24 0:30 / /tmp/e/root/overlay2/1/merged rw - overlay overlay rw
26 23 0:31 / /tmp/e\\040b rw - tmpfs tmpfs rw
27 23 0:32 / /tmp/elsewhere rw - tmpfs tmpfs rw
`;

test('Mounts below a directory are found, the last first, and none beside it.', () => {
  expect(mountsBelow(parseMountInfo(MOUNTINFO), '/tmp/e')).toEqual(['/tmp/e/root/overlay2/1/merged', '/tmp/e/root']);
});

test('Special characters in mount points are decoded.', () => {
  expect(mountsBelow(parseMountInfo(MOUNTINFO), '/tmp/e b')).toEqual(['/tmp/e b']);
});

test('The options of a path are those of the mount that it is on.', () => {
  const mounts = parseMountInfo(MOUNTINFO);
  expect(mountOptions(mounts, '/tmp')).toContain('noexec');
  expect(mountOptions(mounts, '/tmp/x')).toContain('noexec');
  expect(mountOptions(mounts, '/var/tmp')).toEqual(['rw', 'relatime']);
  expect(mountOptions([], '/tmp')).toEqual([]);
});

test('Any text is read without an exception.', () => {
  const near = fc.constantFrom(...MOUNTINFO.split('\n'), '1 2 3 4 /\\777 rw', '1 2 3 4 /\\');
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), near)), (lines) => {
      expect(parseMountInfo(lines.join('\n')).every((mount) => mount.point.startsWith('/'))).toBe(true);
    }),
  );
});
