/** Answers that no engine should give, byte by byte where HTTP itself is broken. Each ends when its connection does. */
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

/** Answers a call. */
export type Sick = (outgoing: ServerResponse) => void;

const OK = 'HTTP/1.1 200 OK\r\n';
const JSON_TYPE = 'Content-Type: application/json\r\n';

/** No answer at all. */
export const silent: Sick = () => {};

/** The connection ends without an answer. */
export const closes: Sick = (outgoing) => void outgoing.socket?.destroy();

/** These bytes, and then the end of the connection. */
export function bytes(content: string | Buffer): Sick {
  return (outgoing) => void outgoing.socket?.end(content);
}

/** A text as the whole body of an answer. */
export function text(content: string | Buffer, status = 200, headers: Readonly<Record<string, string>> = {}): Sick {
  return (outgoing) => void outgoing.writeHead(status, { 'content-type': 'application/json', ...headers }).end(content);
}

/** A document as the whole body of an answer. */
export function document(value: unknown, status = 200): Sick {
  return text(JSON.stringify(value), status);
}

/** These bytes at first, and then a piece every so many milliseconds, without an end. */
export function drips(first: string, piece: string, ms = 100): Sick {
  return ({ socket }) => {
    socket?.write(first);
    const drip = setInterval(() => socket?.write(piece), ms);
    socket?.once('close', () => clearInterval(drip));
  };
}

/** These bytes at first, and then the same ones again and again as fast as they are read; without an end, or to a limit. */
export function floods(first: string, again: string, mostBytes = Number.POSITIVE_INFINITY, end = ''): Sick {
  return ({ socket }) => {
    if (socket === null) return;
    const piece = Buffer.from(again.repeat(Math.max(1, Math.floor(65_536 / again.length))));
    socket.write(first);
    flood(socket, piece, mostBytes, end);
  };
}

function flood(socket: Socket, piece: Buffer, mostBytes: number, end: string): void {
  let sent = 0;
  const more = () => {
    while (!socket.destroyed && sent < mostBytes) {
      sent += piece.length;
      if (!socket.write(piece)) return;
    }
    if (sent >= mostBytes && !socket.destroyed) socket.end(end);
  };
  socket.on('drain', more);
  more();
}

export const drippingBody = drips(`${OK}${JSON_TYPE}\r\n{`, ' ');
export const drippingHead = drips(OK, 'X', 100);
export const endlessBody = floods(`${OK}\r\n`, ' ');
export const endlessHeader = floods(`${OK}X: `, 'x');
export const headersWithoutEnd = floods(OK, 'X-Y: z\r\n');
export const endlessStatus = floods('HTTP/1.1 200 ', 'O');
export const interimWithoutEnd = floods('', 'HTTP/1.1 103 Early Hints\r\n\r\n');
export const switches = drips('HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n', 'x');
export const cutInTheMiddle = bytes(`${OK}${JSON_TYPE}Content-Length: 1000\r\n\r\n{"ApiVersion":"1.41"`);
export const tooShortLength = bytes(
  `${OK}${JSON_TYPE}Content-Length: 9\r\n\r\n{"ApiVersion":"1.41","Version":"20.10.24"}`,
);
export const twoLengths = bytes(`${OK}Content-Length: 2\r\nContent-Length: 20\r\n\r\n{}`);
export const negativeLength = bytes(`${OK}Content-Length: -5\r\n\r\n{}`);
export const brokenChunks = bytes(`${OK}Transfer-Encoding: chunked\r\n\r\nnot a size\r\n{}\r\n`);
export const hugeChunk = floods(`${OK}Transfer-Encoding: chunked\r\n\r\nffffffffffffff\r\n`, ' ');
export const gibberish = bytes('\u0000\u0001SSH-2.0-x\r\n\u001b[2J\r\n');
export const statusWord = bytes('HTTP/1.1 FINE OK\r\n\r\n{}');

/** A gigabyte of zeroes, packed into a megabyte; who unpacks it needs the gigabyte. */
export const gzipBomb = text(gzipSync(Buffer.alloc(1024 ** 3 / 8)), 200, { 'content-encoding': 'gzip' });

/** A gigabyte of JSON, all of it in order. */
export const gigabyte = floods(`${OK}${JSON_TYPE}\r\n{"a":[0`, ',0', 1024 ** 3, ']}');

/** As much as passes under the limit of bytes, in as many small values as find room. */
export const manyValues = floods(`${OK}${JSON_TYPE}\r\n[{}`, ',{}', 15 * 1024 ** 2, ']');

/** Lists of one object that is as large as just passes: a field that begins and ends so, and is filled up between. */
export function large(
  begin: string,
  again: string,
  end: string,
  times = 15 * 1024 ** 2,
): { asList: Sick; asVolumes: Sick } {
  const list = `[{${begin}${again.repeat(times)}${end}}]`;
  return { asList: text(list), asVolumes: text(`{"Volumes":${list}}`) };
}

export const deep = text(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`);

export function redirects(to: string): Sick {
  return text('', 302, { location: to });
}

/** Frames of a process's output: the second says to be longer than all that follows. */
export const cutFrames = text(
  Buffer.from([1, 0, 0, 0, 0, 0, 0, 1, 0x61, 1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0x61]),
  200,
  {
    'content-type': 'application/vnd.docker.raw-stream',
  },
);
