import fc from 'fast-check';
import { multiplexed } from '../fixtures/http-answers';
import { demultiplex } from './multiplex';

const payload = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes));
const frames = fc.array(fc.tuple(fc.constantFrom(0, 1, 2), payload), { maxLength: 12 });

function joined(parts: readonly (readonly [number, Buffer])[], wanted: (stream: number) => boolean): string {
  return Buffer.concat(parts.filter(([stream]) => wanted(stream)).map(([, bytes]) => bytes)).toString('utf8');
}

describe('output in frames', () => {
  test('comes apart as it was put together, in order, whatever it holds', () => {
    fc.assert(
      fc.property(frames, (parts) => {
        expect(demultiplex(multiplexed(parts))).toEqual({
          stdout: joined(parts, (stream) => stream !== 2),
          stderr: joined(parts, (stream) => stream === 2),
        });
      }),
    );
  });

  test('may have a character over two frames', () => {
    const [first, second] = [Buffer.from('ü').subarray(0, 1), Buffer.from('ü').subarray(1)];
    const bytes = multiplexed([
      [1, first],
      [2, 'between'],
      [1, second],
    ]);
    expect(demultiplex(bytes)).toEqual({ stdout: 'ü', stderr: 'between' });
  });

  test('that is cut anywhere but between two frames is refused', () => {
    fc.assert(
      fc.property(frames, fc.nat(), (parts, at) => {
        const whole = multiplexed(parts);
        const cut = whole.subarray(0, at % (whole.length + 1));
        const ends = parts.map((_, index) => multiplexed(parts.slice(0, index + 1)).length);
        if (cut.length === 0 || ends.includes(cut.length)) expect(() => demultiplex(cut)).not.toThrow();
        else expect(() => demultiplex(cut)).toThrow(RangeError);
      }),
    );
  });

  test.each<[string, Buffer, string]>([
    ['of a stream that does not exist', multiplexed([[3, 'x']]), 'stream 3 at byte 0 is none of stdin, stdout, stderr'],
    [
      'that says to be 16 MiB long',
      Buffer.from('0100000000ffffff', 'hex'),
      'a frame of 16777215 bytes is cut at byte 0',
    ],
    ['of 7 bytes', Buffer.alloc(7), 'a frame header is cut at byte 0'],
    ['of plain text', Buffer.from('uid=0(root) gid=0(root)'), 'stream 117 at byte 0 is none of stdin, stdout, stderr'],
  ])('%s is refused', (_what, bytes, message) => {
    expect(() => demultiplex(bytes)).toThrow(message);
  });

  test('may be nothing', () => {
    expect(demultiplex(Buffer.alloc(0))).toEqual({ stdout: '', stderr: '' });
  });
});
