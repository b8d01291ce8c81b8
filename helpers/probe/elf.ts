/**
 * What an ELF header says of an executable: for which machine it is, and whether it needs a loader. Offsets and numbers
 * are those of elf(5) and the processor supplements.
 */

/** Architectures as engines name them (Go's GOARCH), of which the probe image can be made. */
export const ARCHITECTURES = ['amd64', 'arm64', 'arm', '386', 'ppc64le', 's390x', 'riscv64'] as const;
export type Architecture = (typeof ARCHITECTURES)[number];

/** Bytes of a file's beginning that are enough for the header and its program headers. */
export const ELF_HEAD_BYTES = 16 * 1024;

export type ElfVerdict =
  | { readonly ok: true; readonly architecture: Architecture; readonly static: boolean }
  | { readonly ok: false; readonly reason: string };

/** Machine number, word size and byte order of each architecture. */
const MACHINES: readonly (readonly [machine: number, bits: 32 | 64, order: 'little' | 'big', Architecture])[] = [
  [62, 64, 'little', 'amd64'],
  [183, 64, 'little', 'arm64'],
  [40, 32, 'little', 'arm'],
  [3, 32, 'little', '386'],
  [21, 64, 'little', 'ppc64le'],
  [22, 64, 'big', 's390x'],
  [243, 64, 'little', 'riscv64'],
];

const EXECUTABLE = 2;
const POSITION_INDEPENDENT = 3;
const PT_LOAD = 1;
const PT_INTERP = 3;
const MOST_PROGRAM_HEADERS = 256;

/**
 * Judges the beginning of a file (up to ELF_HEAD_BYTES of it). Never throws: whatever is wrong is the reason.
 * A program without an interpreter (PT_INTERP) is static; a static position-independent one has none either.
 */
export function readElf(head: Buffer): ElfVerdict {
  if (head.length < 52 || head.readUInt32BE(0) !== 0x7f454c46) return { ok: false, reason: 'not an ELF executable' };
  const bits = head[4] === 1 ? 32 : head[4] === 2 ? 64 : undefined;
  const order = head[5] === 1 ? 'little' : head[5] === 2 ? 'big' : undefined;
  if (bits === undefined || order === undefined || (bits === 64 && head.length < 64)) {
    return { ok: false, reason: 'a damaged ELF header' };
  }
  const u16 = (at: number): number => (order === 'little' ? head.readUInt16LE(at) : head.readUInt16BE(at));
  const u32 = (at: number): number => (order === 'little' ? head.readUInt32LE(at) : head.readUInt32BE(at));
  const type = u16(16);
  if (type !== EXECUTABLE && type !== POSITION_INDEPENDENT) {
    return { ok: false, reason: 'an ELF file that is not an executable' };
  }
  const machine = u16(18);
  const known = MACHINES.find((row) => row[0] === machine && row[1] === bits && row[2] === order);
  if (known === undefined) {
    return { ok: false, reason: `for a machine that no probe is made for (ELF ${machine}, ${bits} bits, ${order})` };
  }
  const table = programHeaders(head, bits, order, u16, u32);
  if (table === undefined) return { ok: false, reason: 'an ELF executable with damaged program headers' };
  if (!table.includes(PT_LOAD)) return { ok: false, reason: 'an ELF file with nothing to load' };
  return { ok: true, architecture: known[3], static: !table.includes(PT_INTERP) };
}

/** The types of the program headers, or undefined where the table does not lie within `head`. */
function programHeaders(
  head: Buffer,
  bits: 32 | 64,
  order: 'little' | 'big',
  u16: (at: number) => number,
  u32: (at: number) => number,
): number[] | undefined {
  const offset =
    bits === 32 ? u32(28) : Number(order === 'little' ? head.readBigUInt64LE(32) : head.readBigUInt64BE(32));
  const size = u16(bits === 32 ? 42 : 54);
  const count = u16(bits === 32 ? 44 : 56);
  if (size < (bits === 32 ? 32 : 56) || count === 0 || count > MOST_PROGRAM_HEADERS) return undefined;
  if (offset + size * count > head.length) return undefined;
  return Array.from({ length: count }, (_, index) => u32(offset + size * index));
}
