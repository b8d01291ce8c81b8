/** Whether a cluster's store answers, asked in its own words. */
import { get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Readable } from 'node:stream';
import { REACH_LIMIT_MS } from '../engine/limits';
import { messageOf } from '../engine/trouble';
import type { ClusterStore, StoreKind } from '../target/cluster';
import { oneLine } from '../target/quoted';
import { UsageError } from '../usage-error';

/** Bytes of an answer that are read. */
const ANSWER_LIMIT = 4_096;

/**
 * Asks a store.
 *
 * @param target for the message
 * @throws UsageError where nothing answers at its address within 5 s, or something else than such a store
 */
export async function reachStore(target: string, { kind, reachedAt }: ClusterStore): Promise<void> {
  try {
    const answer = await withinLimit((signal) => ASK[kind](reachedAt, signal));
    if (!EXPECTED[kind].test(answer)) throw new Error(`what answers there is none: ${answer.slice(0, 80)}`);
  } catch (error) {
    throw new UsageError(
      `the store of ${target} does not answer: ${kind} at ${reachedAt}: ${oneLine(messageOf(error))}`,
      'start it, or correct its address and kind in the configuration; it must be reachable from this machine, too',
      { cause: error },
    );
  }
}

type Ask = (address: string, signal: AbortSignal) => Promise<string>;

const ASK: Readonly<Record<StoreKind, Ask>> = {
  consul: (address, signal) => httpText(`http://${address}/v1/status/leader`, signal),
  etcd: (address, signal) => httpText(`http://${address}/version`, signal),
  // The one word that ZooKeeper answers without being told to: zookeeper.4lw.commands.whitelist.
  zookeeper: (address, signal) => exchange(address, 'srvr', signal),
};

const EXPECTED: Readonly<Record<StoreKind, RegExp>> = {
  consul: /^"[^"]+:\d+"/,
  etcd: /etcd/i,
  zookeeper: /^Zookeeper version/i,
};

/** A limit on all of it, and not on each silence: what answers a byte a second is no store either. */
async function withinLimit(ask: (signal: AbortSignal) => Promise<string>): Promise<string> {
  const limit = new AbortController();
  let expire: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_resolve, reject) => {
    expire = setTimeout(() => {
      reject(new Error(`no answer within ${REACH_LIMIT_MS} ms`));
      limit.abort();
    }, REACH_LIMIT_MS);
  });
  try {
    // Where a server switches the protocol node drops the connection and tells nobody: only the limit ends that.
    return await Promise.race([ask(limit.signal), expired]);
  } finally {
    clearTimeout(expire);
  }
}

async function httpText(url: string, signal: AbortSignal): Promise<string> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { agent: false, signal }, resolve).on('error', reject);
  });
  return textOf(answer);
}

async function exchange(address: string, word: string, signal: AbortSignal): Promise<string> {
  const url = new URL(`tcp://${address}`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const socket = connect({ host, port: Number(url.port), signal }, () => socket.write(word));
  return textOf(socket);
}

/** Leaving the loop ends the answer, and its connection. */
async function textOf(stream: Readable): Promise<string> {
  let text = '';
  for await (const piece of stream.setEncoding('utf8') as AsyncIterable<string>) {
    text += piece;
    if (text.length > ANSWER_LIMIT) throw new Error('it answers without end');
  }
  return text;
}
