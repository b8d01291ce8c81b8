/** Whether a container reaches an address, by each protocol, as it sees it itself. */
import type { ContainerRef } from '../../helpers/claims/maker';
import type { Engine, ExecResult } from '../../helpers/engine/engine';
import {
  httpGet,
  parseHttpGet,
  parsePing,
  parseUdpReceived,
  parseUdpSend,
  pingCommand,
  udpReceived,
  udpSend,
} from '../../helpers/probe/commands';
import { SERVE_PORT } from '../../helpers/probe/scripts';
import type { Verify } from '../../helpers/verdict/verify';
import { looks } from './looks';

/** Nothing listens there: what arrives is counted and dropped. */
const UDP_PORT = 4_000;
/** Two containers of one host answer within a millisecond. */
const SILENCE_SECONDS = 1;

export interface Reached {
  /** An echo request was answered. */
  readonly icmp: boolean;
  /** The server on port 8080 answered. */
  readonly tcp: boolean;
}

export interface ReachedByAll extends Reached {
  /** A datagram arrived. */
  readonly udp: boolean;
}

/** Servers of a container may still be on their way up. */
const REACHED_WITHIN_MS = 5_000;
/**
 * Docker isolates its bridges by rules that it takes out for some 20 ms whenever it makes a network (measured on 20.10.24),
 * as other claims do meanwhile. What is isolated is so most of the time; what is not never is.
 */
const UNREACHED_WITHIN_MS = 8_000;

/** Verifies that all of it gets through, in the end. */
export async function verifyReached<T extends Partial<ReachedByAll>>(
  verify: Verify,
  what: string,
  look: () => Promise<T>,
): Promise<void> {
  const all = (seen: T) => !Object.values(seen).includes(false);
  await verify.eventually(what, look, all, { withinMs: REACHED_WITHIN_MS, expected: 'all of it reached' });
}

/** Verifies that none of it gets through. */
export async function verifyUnreached<T extends Partial<ReachedByAll>>(
  verify: Verify,
  what: string,
  look: () => Promise<T>,
): Promise<void> {
  const none = (seen: T) => !Object.values(seen).includes(true);
  await verify.eventually(what, look, none, { withinMs: UNREACHED_WITHIN_MS, expected: 'none of it reached' });
}

/** Whether any address answers a ping. Throws where it could not even be tried. */
export async function pinged(engine: Engine, from: ContainerRef, address: string): Promise<Pick<Reached, 'icmp'>> {
  const ended = await engine.exec(from, pingCommand(address, 1, SILENCE_SECONDS));
  return { icmp: pingAnswered(ended) };
}

/**
 * Tries an address of a container that serves by ICMP and TCP.
 *
 * @throws Error where it could not even be tried
 */
export async function reached(engine: Engine, from: ContainerRef, address: string): Promise<Reached> {
  const [ping, get] = await looks(engine, from, [
    pingCommand(address, 1, SILENCE_SECONDS),
    httpGet(address, SERVE_PORT, '/name', SILENCE_SECONDS),
  ]);
  return { icmp: pingAnswered(ping), tcp: serverAnswered(get) };
}

/**
 * As `reached`, and by UDP: a datagram is sent, and the receiver's own counter tells whether it arrived.
 *
 * @param to the container that has the address; nobody else may send to it meanwhile
 */
export async function reachedByAll(
  engine: Engine,
  from: ContainerRef,
  to: ContainerRef,
  address: string,
): Promise<ReachedByAll> {
  const before = await datagramsReceived(engine, to);
  const [ping, get, datagrams] = await looks(engine, from, [
    pingCommand(address, 1, SILENCE_SECONDS),
    httpGet(address, SERVE_PORT, '/name', SILENCE_SECONDS),
    udpSend(address, UDP_PORT),
  ]);
  if (parseUdpSend(datagrams?.stdout ?? '').sent === 0) throw untried('a datagram', datagrams);
  const after = await datagramsReceived(engine, to);
  return { icmp: pingAnswered(ping), tcp: serverAnswered(get), udp: after > before };
}

async function datagramsReceived(engine: Engine, container: ContainerRef): Promise<number> {
  const shown = await engine.exec(container, udpReceived());
  const counters = parseUdpReceived(shown.stdout);
  if (counters === null) throw untried('counting datagrams', shown);
  return counters.noPorts;
}

function pingAnswered(ended: ExecResult | undefined): boolean {
  const { sent, received } = parsePing(ended?.stdout ?? '');
  // Without a route nothing is sent, which says that the address is not reached.
  if (sent === 0 && !/unreachable/i.test(ended?.stderr ?? '')) throw untried('ping', ended);
  return received > 0;
}

function serverAnswered(ended: ExecResult | undefined): boolean {
  const { outcome } = parseHttpGet(ended ?? { exitCode: null, stdout: '', stderr: '' });
  if (outcome === 'unknown') throw untried('an HTTP request', ended);
  return outcome === 'answered';
}

function untried(what: string, ended: ExecResult | undefined): Error {
  return new Error(`${what} could not be tried in the container: ${JSON.stringify(ended).slice(0, 300)}`);
}
