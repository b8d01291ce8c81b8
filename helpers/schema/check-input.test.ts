import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { UsageError } from '../usage-error';
import { readInput } from './check-input';

const folder = temporaryFolder();

const file = (name: string, text = '') => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const stdin = (pieces: Iterable<Buffer>, isTTY = false) =>
  Object.assign(Readable.from(pieces), { isTTY }) as Readable as NodeJS.ReadStream;
const unread = stdin([]);

describe('what is checked', () => {
  it('is read from a file, whose name begins messages', async () => {
    const path = file('saved.json', '{}');
    expect(await readInput(path, unread)).toEqual({ name: JSON.stringify(path), bytes: Buffer.from('{}') });
  });

  it('is read from standard input to its end', async () => {
    const pieces = [Buffer.from('{"a":'), Buffer.from('1}')];
    expect(await readInput('-', stdin(pieces))).toEqual({ name: 'standard input', bytes: Buffer.from('{"a":1}') });
  });

  it('may have as many bytes as the limit says', async () => {
    expect((await readInput(file('ten', '0123456789'), unread, 10)).bytes).toHaveLength(10);
    expect((await readInput('-', stdin([Buffer.alloc(10)]), 10)).bytes).toHaveLength(10);
  });

  it.each<[string, () => Promise<unknown>, RegExp]>([
    ['a file that is not there', () => readInput(join(folder, 'none'), unread), /none" does not exist$/],
    ['a file below a file', () => readInput(join(file('plain'), 'x'), unread), /x" does not exist$/],
    ['a folder', () => readInput(folder, unread), /" is a folder$/],
    ['a file that breaks', () => readInput('/proc/self/mem', unread), /mem" can't be read: EIO$/],
    ['a name with controls', () => readInput('\u001b[31m', unread), /^"\\u001b\[31m" does not exist$/],
    ['a file over the limit', () => readInput(file('eleven', '01234567890'), unread, 10), /11 bytes, and at most 10 /],
    ['a file of no length that goes on', () => readInput('/dev/zero', unread, 10), /goes on after 10 bytes$/],
    ['a terminal', () => readInput('-', stdin([], true)), /^standard input is a terminal$/],
  ])('is refused as %s, with a mend', async (_what, read, says) => {
    const error: unknown = await read().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ message: expect.stringMatching(says), mend: expect.any(String) });
  });

  it('is refused by its length where it is as long as 200 MB, unread', async () => {
    const path = file('large');
    truncateSync(path, 200_000_000);
    await expect(readInput(path, unread)).rejects.toThrow(`has 200000000 bytes, and at most 33554432`);
  });

  it('is read no further than to the limit where it does not end', async () => {
    let given = 0;
    function* endless() {
      for (;;) {
        given += 1000;
        yield Buffer.alloc(1000, 'y\n');
      }
    }
    const pipe = Readable.from(endless(), { highWaterMark: 1 });
    const read = readInput('-', Object.assign(pipe, { isTTY: false }) as Readable as NodeJS.ReadStream, 5000);
    await expect(read).rejects.toThrow(new UsageError('standard input goes on after 5000 bytes'));
    expect(given).toBeLessThanOrEqual(8000);
    expect(pipe.destroyed).toBe(true);
  });

  it('keeps errors of its own as they are', async () => {
    mkdirSync(join(folder, 'x'));
    const broken = stdin([]);
    broken.destroy(new TypeError('not of the system'));
    await expect(readInput('-', broken)).rejects.toThrow(new TypeError('not of the system'));
  });
});
