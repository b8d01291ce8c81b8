import fc from 'fast-check';
import { readElf } from './elf';
import { type ElfShape, elf } from './fixtures/elf';

const known: [string, ElfShape][] = [
  ['amd64', { machine: 62 }],
  ['arm64', { machine: 183 }],
  ['arm', { machine: 40, bits: 32 }],
  ['386', { machine: 3, bits: 32 }],
  ['ppc64le', { machine: 21 }],
  ['s390x', { machine: 22, order: 'big' }],
  ['riscv64', { machine: 243 }],
];

test.each(known)('A static executable for %s is known as such.', (architecture, shape) => {
  expect(readElf(elf(shape))).toEqual({ ok: true, architecture, static: true });
});

test.each(known)('An executable for %s that names an interpreter is not static.', (architecture, shape) => {
  expect(readElf(elf({ ...shape, headers: [6, 3, 1] }))).toEqual({ ok: true, architecture, static: false });
});

test('A position-independent executable without an interpreter is static.', () => {
  expect(readElf(elf({ type: 3 }))).toMatchObject({ ok: true, static: true });
});

const bad: [string, Buffer, RegExp][] = [
  ['An empty file', Buffer.alloc(0), /not an ELF/],
  ['A script', Buffer.from(`#!/bin/sh\n${'# '.repeat(60)}`), /not an ELF/],
  ['A header that is cut off', elf().subarray(0, 60), /damaged ELF header/],
  ['An unknown word size', Buffer.concat([Buffer.from('\x7fELF\x09\x01', 'latin1'), Buffer.alloc(90)]), /damaged ELF/],
  ['An object file', elf({ type: 1 }), /not an executable/],
  ['A core dump', elf({ type: 4 }), /not an executable/],
  ['An executable for MIPS', elf({ machine: 8 }), /no probe is made for/],
  ['The x32 variant of amd64', elf({ machine: 62, bits: 32 }), /no probe is made for/],
  ['Big-endian POWER', elf({ machine: 21, order: 'big' }), /no probe is made for/],
  ['A file without program headers', elf({ headers: [] }), /damaged program headers/],
  ['A file that loads nothing', elf({ headers: [4] }), /nothing to load/],
  ['A table that lies behind the head', elf({ offset: 2 ** 40 }), /damaged program headers/],
  ['An offset beyond exact numbers', elf({ offset: 2 ** 63 }), /damaged program headers/],
  ['A table of entries that are too small', elf({ entrySize: 8, headers: [1] }), /damaged program headers/],
];

test.each(bad)('%s is refused with the reason.', (_what, head, reason) => {
  expect(readElf(head)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
});

test('Whatever the bytes, the verdict is an answer and not an exception.', () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  fc.assert(
    fc.property(bytes, fc.boolean(), (tail, magic) => {
      const head = magic ? Buffer.concat([Buffer.from('\x7fELF\x02\x01', 'latin1'), tail]) : Buffer.from(tail);
      expect(typeof readElf(head).ok).toBe('boolean');
    }),
  );
});
