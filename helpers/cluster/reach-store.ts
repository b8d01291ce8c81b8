/** Whether a cluster's store answers, asked in its own words. */
import { get } from 'node:http';
import { connect } from 'node:net';
import { messageOf } from '../engine/trouble';
import type { ClusterStore, StoreKind } from '../target/cluster';
import { UsageError } from '../usage-error';

const LIMIT_MS = 5_000;
/** Bytes of an answer that are read. */
const ANSWER_LIMIT = 4_096;

/**
 * Asks a store.
 *
 * @param target for the message
 * @throws UsageError where nothing answers at its address, or something else than such a store
 */
export async function reachStore(target: string, { kind, reachedAt }: ClusterStore): Promise<void> {
  try {
    const answer = await ASK[kind](reachedAt);
    if (!EXPECTED[kind].test(answer)) throw new Error(`what answers there is none: ${answer.slice(0, 80)}`);
  } catch (error) {
    throw new UsageError(
      `the store of ${target} does not answer: ${kind} at ${reachedAt}: ${messageOf(error).replace(/\s+/g, ' ')}`,
      'start it, or correct its address and kind in the configuration; it must be reachable from this machine, too',
      { cause: error },
    );
  }
}

const ASK: Readonly<Record<StoreKind, (address: string) => Promise<string>>> = {
  consul: (address) => httpText(address, '/v1/status/leader'),
  etcd: (address) => httpText(address, '/version'),
  // The one word that ZooKeeper answers without being told to: zookeeper.4lw.commands.whitelist.
  zookeeper: (address) => exchange(address, 'srvr'),
};

const EXPECTED: Readonly<Record<StoreKind, RegExp>> = {
  consul: /^"[^"]+:\d+"/,
  etcd: /etcd/i,
  zookeeper: /^Zookeeper version/i,
};

function httpText(address: string, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = get(`http://${address}${path}`, { timeout: LIMIT_MS, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        if (text.length > ANSWER_LIMIT) answer.destroy(new Error('it answers without end'));
      });
      answer.on('error', reject);
      answer.on('end', () => resolve(text));
    });
    asked.on('timeout', () => asked.destroy(new Error(`no answer within ${LIMIT_MS} ms`)));
    asked.on('error', reject);
  });
}

function exchange(address: string, word: string): Promise<string> {
  const url = new URL(`tcp://${address}`);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) }, () =>
      socket.write(word),
    );
    let text = '';
    socket.setTimeout(LIMIT_MS, () => socket.destroy(new Error(`no answer within ${LIMIT_MS} ms`)));
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (text.length > ANSWER_LIMIT) socket.destroy(new Error('it answers without end'));
    });
    socket.on('error', reject);
    socket.on('end', () => resolve(text));
  });
}
