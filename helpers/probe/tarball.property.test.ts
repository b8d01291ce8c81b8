import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { extract } from 'tar-stream';
import { anyText } from '../fixtures/arbitrary';
import { readElf } from './elf';
import { archive } from './tarball';
import type { TreeEntry } from './tree';

const number = fc.nat({ max: 0o777777 });
const path = fc.stringMatching(/^[a-zA-Z0-9 ü.-]{1,60}(\/[a-z]{1,60}){0,3}$/).filter((name) => !/^\.|\/$/.test(name));
const entry = fc
  .tuple(
    path,
    fc.integer({ min: 1, max: 0o7777 }),
    number,
    number,
    fc.constantFrom('directory', 'file', 'symlink'),
    anyText([], 6),
  )
  .map(([name, mode, uid, gid, type, said]): TreeEntry => {
    const place = { path: name, mode, uid, gid };
    if (type === 'file') return { ...place, type, content: Buffer.from(said).toString() };
    return type === 'symlink' ? { ...place, type, target: 'two' } : { ...place, type: 'directory' };
  });

test('an archive holds the entries as they are, whatever their names, owners and content', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 6 }), async (entries) => {
      const extraction = extract();
      extraction.end(await archive(entries, Buffer.from('busybox')));
      const found: unknown[] = [];
      for await (const { header, ...stream } of extractions(extraction)) {
        const { name, mode, uid, gid, type } = header;
        found.push({ path: name.replace(/\/$/, ''), mode, uid, gid, type, content: stream.content });
      }
      expect(found).toEqual(
        entries.map((each) => ({
          ...{ path: each.path, mode: each.mode, uid: each.uid, gid: each.gid, type: each.type },
          content: each.type === 'file' ? each.content : '',
        })),
      );
    }),
  );
});

async function* extractions(extraction: ReturnType<typeof extract>) {
  for await (const each of extraction) yield { header: each.header, content: (await buffer(each)).toString() };
}

test('a head that is nearly that of an executable is judged without an exception, and never for what it is not', () => {
  const good = Buffer.alloc(176);
  good.writeUInt32BE(0x7f454c46, 0);
  good.set([2, 1, 1], 4);
  good.writeUInt16LE(2, 16);
  good.writeUInt16LE(62, 18);
  good.writeBigUInt64LE(64n, 32);
  good.writeUInt16LE(56, 54);
  good.writeUInt16LE(2, 56);
  good.writeUInt32LE(1, 64);
  expect(readElf(good)).toEqual({ ok: true, architecture: 'amd64', static: true });
  const edit = fc.tuple(fc.nat({ max: 175 }), fc.nat({ max: 255 }));
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 6 }), fc.nat({ max: 176 }), (edits, length) => {
      const head = Buffer.from(good);
      for (const [at, byte] of edits) head[at] = byte;
      const judged = readElf(head.subarray(0, length));
      if (judged.ok)
        expect(['amd64', 'arm64', 's390x', 'ppc64le', 'riscv64', 'arm', '386']).toContain(judged.architecture);
      else expect(judged.reason).toMatch(/^[ -~]+$/);
    }),
  );
});
