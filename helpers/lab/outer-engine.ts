/** The outer engine: the one of this machine, in whose containers the lab's hosts are. */
import Docker from 'dockerode';
import { EngineClient } from '../engine/client';
import { Engine } from '../engine/engine';
import { Transcript } from '../engine/transcript';
import { openConnection } from '../target/connection';
import { endpointUrl } from '../target/endpoint-url';
import { type EngineFacts, reachEngine } from '../target/reach';
import type { Target } from '../target/target';
import { UsageError } from '../usage-error';

export interface OuterEngine {
  readonly target: Target;
  readonly facts: EngineFacts;
  /** For single calls, at the engine's newest version; bounded in time and size. */
  readonly engine: Engine;
  /** For what is streamed: trees and build contexts. */
  readonly docker: Docker;
  close(): void;
}

/**
 * Reaches the outer engine.
 *
 * @param target the engine that a docker client would use, or one that was started for this run
 * @throws UsageError where none answers, or where it is on another machine: the lab's hosts are published on its loopback
 */
export async function openOuterEngine(target: Target): Promise<OuterEngine> {
  assertHere(target);
  const connection = openConnection(target.endpoint);
  const client = new EngineClient(connection.options, connection.close);
  try {
    const facts = await reached(target, client);
    const engine = new Engine({
      client,
      apiVersion: facts.apiVersion,
      transcript: new Transcript('setup'),
      // What was begun on the outer engine is brought to its end; each step of the lab asks its own signal before it begins.
      signal: new AbortController().signal,
      labels: {},
      created: async () => {},
    });
    return { target, facts, engine, docker: new Docker(connection.options), close: () => client.close() };
  } catch (error) {
    client.close();
    throw error;
  }
}

function assertHere({ endpoint, source }: Target): void {
  if (endpoint.kind === 'unix') return;
  if (endpoint.kind === 'tcp' && /^(localhost|127(\.\d+){3}|::1)$/.test(endpoint.host)) return;
  throw new UsageError(
    `the lab needs a container engine on this machine, and ${endpointUrl(endpoint)} (${source}) is another`,
    'run it on that machine, or set DOCKER_HOST to an engine of this one',
  );
}

async function reached(target: Target, client: EngineClient): Promise<EngineFacts> {
  try {
    return await reachEngine(target, client);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(
      `the lab has no outer engine to start hosts on: ${error.message}`,
      target.source === 'default socket'
        ? 'start an engine (apt-get install docker.io), set DOCKER_HOST, or let "run --bootstrap" start one'
        : error.mend,
      { cause: error },
    );
  }
}
