/** The output of a process as the Remote API frames it: the other way round from helpers/engine/multiplex. */

/** Frames of 8 bytes of header and payload; streams are 1 (stdout) and 2 (stderr). */
export function multiplexed(frames: readonly (readonly [stream: number, payload: string | Buffer])[]): Buffer {
  return Buffer.concat(
    frames.flatMap(([stream, payload]) => {
      const content = Buffer.from(payload);
      const header = Buffer.alloc(8);
      header.writeUInt8(stream, 0);
      header.writeUInt32BE(content.length, 4);
      return [header, content];
    }),
  );
}
