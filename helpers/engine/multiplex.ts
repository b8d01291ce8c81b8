/**
 * Output of a process without a terminal: frames of 8 bytes of header (stream 0-2, three zeros, length big-endian) and
 * payload. Source: Remote API v1.23, "Attach to a container"; the same since 1.6.
 */

export interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Splits a multiplexed stream into stdout and stderr.
 *
 * @throws RangeError where a frame names no known stream or its payload is cut
 */
export function demultiplex(bytes: Buffer): Output {
  const parts: { stdout: Buffer[]; stderr: Buffer[] } = { stdout: [], stderr: [] };
  let at = 0;
  while (at < bytes.length) {
    if (at + 8 > bytes.length) throw new RangeError(`a frame header is cut at byte ${at}`);
    const stream = bytes.readUInt8(at);
    const length = bytes.readUInt32BE(at + 4);
    if (stream > 2) throw new RangeError(`stream ${stream} at byte ${at} is none of stdin, stdout, stderr`);
    const end = at + 8 + length;
    if (end > bytes.length) throw new RangeError(`a frame of ${length} bytes is cut at byte ${at}`);
    parts[stream === 2 ? 'stderr' : 'stdout'].push(bytes.subarray(at + 8, end));
    at = end;
  }
  return { stdout: Buffer.concat(parts.stdout).toString('utf8'), stderr: Buffer.concat(parts.stderr).toString('utf8') };
}
