import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { extract, type Header } from 'tar-stream';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { APPLETS } from './applets';
import { archive, probeTarball } from './tarball';
import { PROBE_DATA, probeTree } from './tree';

const binary = Buffer.from('not really a busybox');

async function unpack(tar: Buffer): Promise<Map<string, { header: Header; content: string }>> {
  const found = new Map<string, { header: Header; content: string }>();
  const extraction = extract();
  extraction.end(tar);
  for await (const entry of extraction)
    found.set(entry.header.name, { header: entry.header, content: await text(entry) });
  return found;
}

test('The same tree and busybox give the same bytes.', async () => {
  const [one, two] = [await archive(probeTree(), binary), await archive(probeTree(), binary)];
  expect(one.equals(two)).toBe(true);
});

test('The archive holds the tree with its owners, modes and content, and the busybox.', async () => {
  const found = await unpack(await archive(probeTree(), binary));
  expect(found.get('bin/busybox')).toMatchObject({ header: { mode: 0o755, uid: 0 }, content: binary.toString() });
  expect(found.get('bin/ping')?.header).toMatchObject({ type: 'symlink', linkname: 'busybox' });
  expect(found.get('tmp')?.header).toMatchObject({ type: 'directory', mode: 0o1777 });
  expect(found.get('probe/data/owned.txt')?.header).toMatchObject({ mode: 0o640, uid: 1000, gid: 1000 });
  expect(found.get('probe/data/link')?.header).toMatchObject({ type: 'symlink', linkname: 'one.txt' });
  expect(found.get('probe/data/sub/two.txt')?.content).toBe('two\n');
  expect(found.get('probe/idle')?.header.mode).toBe(0o755);
  expect(found.size).toBe(probeTree().length + 1);
  expect(new Set([...found.values()].map((entry) => entry.header.mtime.getTime())).size).toBe(1);
});

test('Each directory stands before what is in it, and no path stands twice.', () => {
  const seen = new Set(['.']);
  for (const { path } of probeTree()) {
    expect(seen).toContain(path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.');
    expect(seen).not.toContain(path);
    seen.add(path);
  }
});

test('The data for volumes has a file, a link, an executable, an owner of its own and an empty directory.', () => {
  expect(PROBE_DATA.map(({ path, type }) => `${path} ${type}`)).toEqual([
    '. directory',
    'empty directory',
    'link symlink',
    'one.txt file',
    'owned.txt file',
    'run file',
    'sub directory',
    'sub/two.txt file',
  ]);
});

test('Every command that the scripts and parsers of this folder use is an applet of the image.', () => {
  const used = 'sh sleep ping cat stat find sort readlink sha256sum timeout wget tftp ip nslookup httpd'.split(' ');
  expect(APPLETS).toEqual(expect.arrayContaining(used));
  expect(APPLETS).toEqual([...new Set(APPLETS)].sort());
});

test('An archive is made once for a busybox; a failure is not kept.', async () => {
  const busybox = { path: join(temporaryFolder(), 'busybox'), architecture: 'amd64' as const };
  await expect(probeTarball(busybox)).rejects.toThrow(/ENOENT/);
  await writeFile(busybox.path, binary);
  const made = await probeTarball(busybox);
  await rm(busybox.path);
  expect(await probeTarball(busybox)).toBe(made);
});
