import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { extract } from 'tar-stream';
import { imageArchive } from './image-archive';

const layer = Buffer.from('not really a layer');
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

async function entriesOf(archive: Buffer): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  const extraction = extract();
  extraction.end(archive);
  for await (const entry of extraction) found.set(entry.header.name, await buffer(entry));
  return found;
}

test('The manifest names a configuration by its digest, the layer, and the reference.', async () => {
  const entries = await entriesOf(await imageArchive(layer, 'amd64', 'probe:1'));
  const [{ Config, RepoTags, Layers }] = JSON.parse(String(entries.get('manifest.json')));
  expect(RepoTags).toEqual(['probe:1']);
  expect(Config).toBe(`${sha256(entries.get(Config) ?? Buffer.alloc(0))}.json`);
  expect(Layers.map((name: string) => entries.get(name))).toEqual([layer]);
  expect(JSON.parse(String(entries.get(Config)))).toMatchObject({
    architecture: 'amd64',
    rootfs: { diff_ids: [`sha256:${sha256(layer)}`] },
  });
});

test('The same layer gives one id, whatever the reference and the time; another layer or architecture another.', async () => {
  const idOf = async (...[content, architecture, reference]: Parameters<typeof imageArchive>) => {
    const entries = await entriesOf(await imageArchive(content, architecture, reference));
    return [...entries.keys()].find((name) => name !== 'manifest.json' && name.endsWith('.json'));
  };
  const id = await idOf(layer, 'amd64', 'probe:1');
  expect(await idOf(layer, 'amd64', 'probe:2')).toBe(id);
  expect(await idOf(layer, 'arm64', 'probe:1')).not.toBe(id);
  expect(await idOf(Buffer.from('another'), 'amd64', 'probe:1')).not.toBe(id);
});
