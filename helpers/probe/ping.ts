/** ICMP reachability, with busybox's ping in the probe or iputils' on this machine. */

export interface PingResult {
  /** Echo requests sent. 0: the command did not come to send any, and nothing was tried. */
  readonly sent: number;
  /** Echo replies received, repeated ones apart. */
  readonly received: number;
  readonly lossPercent: number;
  /** Round-trip times in milliseconds, in the order of the replies. */
  readonly rttMs: readonly number[];
}

/**
 * Pings an address `count` times and waits up to `waitSeconds` for the last reply. `-A` sends the next request as soon as
 * a reply is there, so that a reachable address takes milliseconds; without replies one request goes out a second.
 */
export function pingCommand(address: string, count: number, waitSeconds: number): string[] {
  return ['ping', '-A', '-c', String(count), '-W', String(waitSeconds), address];
}

/** Reads the output of either ping. */
export function parsePing(text: string): PingResult {
  const summary = /(\d{1,9}) packets transmitted, (\d{1,9}) (?:packets )?received/.exec(text);
  const loss = /\b(\d{1,3}(?:\.\d{1,9})?)% packet loss/.exec(text);
  const rttMs: number[] = [];
  for (const line of text.split('\n')) {
    if (!/^\d{1,9} bytes from /.test(line) || line.includes('DUP!')) continue;
    const time = /\btime[=<](\d{1,9}(?:\.\d{1,9})?) ms/.exec(line);
    if (time !== null) rttMs.push(Number(time[1]));
  }
  const sent = Number(summary?.[1] ?? 0);
  const received = Number(summary?.[2] ?? 0);
  const computed = sent === 0 ? 100 : Math.max(0, 100 - (received * 100) / sent);
  return { sent, received, lossPercent: loss === null ? computed : Number(loss[1]), rttMs };
}
