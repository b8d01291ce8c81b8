/**
 * UDP reachability, proven at the receiver. busybox can neither listen on UDP nor send to it plainly; but a datagram for
 * a port that nobody listens on is counted by the receiver's network namespace (NoPorts in /proc/net/snmp), and tftp
 * sends its request to any port. The sender's own counters prove that something was sent at all.
 */

/** How long the sender is left to send, in seconds: one to three datagrams go out (measured), whoever answers. */
const SEND_SECONDS = '0.1';

const SNMP = '/proc/net/snmp';
const SEND = `cat ${SNMP}
tftp -g -r probe -l /dev/null "$1" "$2" 2>/dev/null &
sleep ${SEND_SECONDS}
kill $! 2>/dev/null
cat ${SNMP}`;

/** Counters of a network namespace since it was made. */
export interface UdpCounters {
  /** Datagrams received for a port that nobody listened on. */
  readonly noPorts: number;
  /** Datagrams delivered to a socket. */
  readonly inDatagrams: number;
  readonly outDatagrams: number;
  /** ICMP "destination unreachable" messages received. */
  readonly inUnreachable: number;
}

export interface UdpSent {
  /** Datagrams that left while it ran; 0: none could be sent, and nothing was tried. */
  readonly sent: number;
  /** "Destination unreachable" messages that came back while it ran: the port is closed, or there is no way to it. */
  readonly unreachable: number;
}

/** Sends one to three datagrams to a UDP port; takes 0.1 s. Neither side may resolve names meanwhile, which is UDP too. */
export function udpSend(address: string, port: number): string[] {
  return ['sh', '-c', SEND, 'udp', address, String(port)];
}

/** Reads the output of udpSend; zeroes where it is not such. */
export function parseUdpSend(text: string): UdpSent {
  const second = text.indexOf('\nIp:', text.indexOf('\nUdp:'));
  if (second === -1) return { sent: 0, unreachable: 0 };
  const before = parseUdpReceived(text.slice(0, second));
  const after = parseUdpReceived(text.slice(second));
  if (before === null || after === null) return { sent: 0, unreachable: 0 };
  return {
    sent: Math.max(0, after.outDatagrams - before.outDatagrams),
    unreachable: Math.max(0, after.inUnreachable - before.inUnreachable),
  };
}

/** Shows the counters of the container it runs in: `noPorts` rises by what udpSend of another one got through. */
export function udpReceived(): string[] {
  return ['cat', SNMP];
}

/** Reads the output of udpReceived; null where it is not the kernel's table. */
export function parseUdpReceived(text: string): UdpCounters | null {
  const udp = counters(text, 'Udp:');
  const icmp = counters(text, 'Icmp:');
  const noPorts = udp.get('NoPorts');
  const inDatagrams = udp.get('InDatagrams');
  const outDatagrams = udp.get('OutDatagrams');
  const inUnreachable = icmp.get('InDestUnreachs');
  if (noPorts === undefined || inDatagrams === undefined || outDatagrams === undefined || inUnreachable === undefined) {
    return null;
  }
  return { noPorts, inDatagrams, outDatagrams, inUnreachable };
}

/** A protocol's counters: a line of names and a line of numbers, both beginning with the protocol. */
function counters(text: string, protocol: string): Map<string, number> {
  const [names, numbers] = text
    .split('\n')
    .filter((line) => line.startsWith(`${protocol} `))
    .map((line) => line.trim().split(/\s+/).slice(1));
  const found = new Map<string, number>();
  for (const [index, name] of (names ?? []).entries()) {
    const number = numbers?.[index];
    if (number !== undefined && /^\d{1,15}$/.test(number)) found.set(name, Number(number));
  }
  return found;
}
