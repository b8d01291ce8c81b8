/** The proxy's own way to the engine: calls over kept connections, and bare connections for those that are taken over. */
import {
  type Agent,
  type ClientRequest,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import { type Held, modemOptions } from '../target/connection';
import { SshAgent } from '../target/ssh-agent';
import type { Endpoint } from '../target/target';
import { readTlsFiles } from '../target/tls-files';
import type { Ask, Call, Reply } from './plant';

export interface WayToEngine {
  /** Begins a call with this head; the body is for the caller to send. */
  open(options: Pick<RequestOptions, 'method' | 'path' | 'headers' | 'signal'>): ClientRequest;
  /** Makes a whole call; the reply's body is read by the caller. */
  ask(signal: AbortSignal): Ask;
  /** A bare connection. */
  dial(): Duplex;
  close(): void;
}

/** The way to an endpoint. Throws UsageError where a certificate or key cannot be read. */
export function wayTo(endpoint: Endpoint, held?: Held): WayToEngine {
  const { agent } = modemOptions(endpoint, held);
  const tls = endpoint.kind === 'tcp' && endpoint.tls !== undefined;
  const open: WayToEngine['open'] = (options) =>
    (tls ? httpsRequest : httpRequest)({ ...addressOf(endpoint), ...options, agent, setHost: false });
  return {
    open,
    ask: (signal) => (call) => answerTo(open, call, signal),
    dial: () => dial(endpoint, agent),
    close: () => agent.destroy(),
  };
}

function answerTo(open: WayToEngine['open'], call: Call, signal: AbortSignal): Promise<Reply> {
  const { method, version, path, query, body } = call;
  const { 'content-length': _length, 'transfer-encoding': _chunked, ...headers } = call.headers;
  const length = body.length === 0 && (method === 'GET' || method === 'HEAD') ? {} : { 'content-length': body.length };
  const asked = query.size === 0 ? '' : `?${query}`;
  return new Promise((resolve, reject) => {
    const onward = open({ method, path: `${version}${path}${asked}`, headers: { ...headers, ...length }, signal });
    onward.on('error', reject);
    onward.on('response', (answer: IncomingMessage) => {
      resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: answer });
    });
    onward.end(body);
  });
}

function addressOf(endpoint: Endpoint): Pick<RequestOptions, 'socketPath' | 'host' | 'port'> {
  if (endpoint.kind === 'unix') return { socketPath: endpoint.socketPath };
  // Over ssh the agent knows the way.
  return endpoint.kind === 'tcp' ? { host: endpoint.host, port: endpoint.port } : { host: 'localhost' };
}

function dial(endpoint: Endpoint, agent: Agent): Duplex {
  if (endpoint.kind === 'unix') return connect(endpoint.socketPath);
  if (agent instanceof SshAgent) return agent.createConnection();
  const { host, port, tls } = endpoint as Extract<Endpoint, { kind: 'tcp' }>;
  if (tls === undefined) return connect(port, host);
  return connectTls({ ...readTlsFiles(tls), host, port, rejectUnauthorized: tls.verify });
}
