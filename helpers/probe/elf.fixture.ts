/** ELF headers made to order, for tests. */

export interface ElfShape {
  readonly bits?: 32 | 64;
  readonly order?: 'little' | 'big';
  readonly machine?: number;
  readonly type?: number;
  /** Types of the program headers: 1 loads, 3 names an interpreter. */
  readonly headers?: readonly number[];
  /** Where the header says that its program headers are; right behind it where nothing is said. */
  readonly offset?: number;
  readonly entrySize?: number;
}

/** A header and its program headers: a static executable for amd64 where nothing else is said. */
export function elf(shape: ElfShape = {}): Buffer {
  const { bits = 64, order = 'little', machine = 62, type = 2, headers = [1, 1] } = shape;
  const headerSize = bits === 64 ? 64 : 52;
  const entrySize = shape.entrySize ?? (bits === 64 ? 56 : 32);
  const made = Buffer.alloc(headerSize + entrySize * headers.length);
  const little = order === 'little';
  const u16 = (value: number, at: number): number =>
    little ? made.writeUInt16LE(value, at) : made.writeUInt16BE(value, at);
  const u32 = (value: number, at: number): number =>
    little ? made.writeUInt32LE(value, at) : made.writeUInt32BE(value, at);
  made.write('\x7fELF', 0, 'latin1');
  made[4] = bits === 64 ? 2 : 1;
  made[5] = little ? 1 : 2;
  u16(type, 16);
  u16(machine, 18);
  const offset = shape.offset ?? headerSize;
  if (bits === 32) u32(offset, 28);
  else if (little) made.writeBigUInt64LE(BigInt(offset), 32);
  else made.writeBigUInt64BE(BigInt(offset), 32);
  u16(entrySize, bits === 64 ? 54 : 42);
  u16(headers.length, bits === 64 ? 56 : 44);
  for (const [index, kind] of headers.entries()) u32(kind, headerSize + entrySize * index);
  return made;
}
