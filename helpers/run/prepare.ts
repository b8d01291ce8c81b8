/** Gets one target ready to be judged: reached, inventoried, with the probe image, its host known; and puts it back after. */
import { EngineClient } from '../engine/client';
import { Engine } from '../engine/engine';
import { Transcript } from '../engine/transcript';
import { isEngineTrouble } from '../engine/trouble';
import { runReference } from '../probe/repository';
import { openConnection } from '../target/connection';
import { probeDockerCli } from '../target/docker-cli';
import { endpointUrl } from '../target/endpoint-url';
import type { TargetFacts } from '../target/facts';
import { type HostView, onPath, probeSystemd, proveHost, viewHost } from '../target/host';
import { reachEngine } from '../target/reach';
import type { Target } from '../target/target';
import { poll } from '../verdict/poll';
import { Belongings } from './belongings';
import { nameSource, RUN_LABEL } from './identity';
import { ensureProbeImage, type ProbeImage, removeProbeImage } from './image';
import { type Difference, differences, type Inventory, takeEngineInventory, takeHostInventory } from './inventory';
import { Ledger, readLedgers } from './ledger';
import { type ProgressEvent, Session } from './session';
import { SubnetPool } from './subnets';
import { findMarked, removeFound } from './sweep';
import { Workspace } from './workspace';

/** Milliseconds in which interfaces and rules of removed containers must be gone: the kernel takes them down by and by. */
const SETTLE_LIMIT_MS = 5_000;

export interface PrepareOptions {
  readonly runId: string;
  readonly apiVersion?: string | undefined;
  readonly probeImage?: string | undefined;
  readonly repeat: number;
  readonly signal: AbortSignal;
  readonly progress: (event: ProgressEvent) => void;
}

/** A target that is reached: what it says of itself, before anything is made on it. */
export interface ReachedTarget {
  readonly target: Target;
  readonly client: EngineClient;
  readonly facts: TargetFacts;
}

/** What was found when a target was put back. */
export interface Aftermath {
  /** What is left of this run, a line each; the suite's own failure. */
  readonly left: readonly string[];
  /** What else differs from before. */
  readonly differences: readonly Difference[];
  /** Why the host was not compared, or null. */
  readonly hostUnseen: string | null;
}

export interface PreparedTarget {
  readonly target: Target;
  readonly facts: TargetFacts;
  readonly session: Session;
  /** Removes what the run made and compares the host with what it was. */
  putBack(): Promise<Aftermath>;
}

/** Reaches a target and probes what can be probed without making anything on it. */
export async function reachTarget(target: Target, apiVersion: string | undefined): Promise<ReachedTarget> {
  const connection = openConnection(target.endpoint);
  const client = new EngineClient(connection.options, connection.close);
  try {
    const engine = await reachEngine(target, client, apiVersion ?? target.apiVersion);
    const [dockerCli, pingCommand, ...namespaceTools] = await Promise.all([
      probeDockerCli(target.endpoint, engine.apiVersionAsked),
      ...['ping', 'ip', 'unshare', 'nsenter'].map(onPath),
    ]);
    const commands = { pingCommand: pingCommand === true, networkNamespaces: !namespaceTools.includes(false) };
    const undecided = { local: false, reason: 'decided by a probe container, when a run begins' } as const;
    const systemd = { usable: false, reason: undecided.reason } as const;
    const { endpoint } = target;
    return {
      target,
      client,
      facts: { ...engine, endpoint, ownEngine: target.own === true, dockerCli, ...commands, host: undecided, systemd },
    };
  } catch (error) {
    client.close();
    throw error;
  }
}

/** Gets a reached target ready. What it made until an error is removed again. */
export async function prepareTarget(reached: ReachedTarget, options: PrepareOptions): Promise<PreparedTarget> {
  const { target, client } = reached;
  const { runId, signal } = options;
  const belongings = new Belongings();
  const engine = serviceEngine(reached, runId, signal, belongings);
  const ledger = new Ledger(runId, endpointUrl(target.endpoint));
  let image: ProbeImage | undefined;
  try {
    const before = await takeInventory(engine);
    image = await ensureProbeImage(engine, runId, reached.facts.arch, options.probeImage);
    if (image.ours) ledger.image(image.reference);
    const nextName = nameSource(runId);
    const parts = { engine, image: image.reference, nextName, belongings, ledger };
    const view = await viewHost(engine, new Workspace({ ...parts, subnets: new SubnetPool([]) }));
    const host = await proveHost(view, engine);
    const facts: TargetFacts = { ...reached.facts, host, systemd: await probeSystemd(host) };
    const session = new Session({
      runId,
      target,
      facts,
      client,
      image: image.reference,
      ledger,
      subnets: new SubnetPool(await rangesInUse(engine, view)),
      nextName,
      repeat: options.repeat,
      signal,
      progress: options.progress,
    });
    // What an interruption keeps it from removing is found when the target is put back.
    const removed = belongings.removeAll(engine, signal).catch(() => []);
    const own = image;
    return {
      target,
      facts,
      session,
      putBack: async () => {
        const early = await removed;
        const left = await session.dispose();
        return putBack(reached, runId, [...early, ...left], own, before, ledger);
      },
    };
  } catch (error) {
    await putBack(reached, runId, [], image ?? { reference: runReference(runId), ours: true }, undefined, ledger);
    throw error;
  }
}

async function putBack(
  reached: ReachedTarget,
  runId: string,
  left: readonly string[],
  image: ProbeImage | undefined,
  before: RunInventory | undefined,
  ledger: Ledger,
): Promise<Aftermath> {
  // Not the run's own signal: what an interrupted run made is removed all the same.
  const { signal } = new AbortController();
  const engine = serviceEngine(reached, runId, signal, new Belongings());
  try {
    const strays = (await findMarked(engine)).filter((found) => found.run === runId);
    const stuck = await removeFound(strays, engine, signal);
    const imageLeft = image === undefined ? undefined : await removeProbeImage(engine, image);
    const allLeft = [...new Set([...left, ...stuck, ...(imageLeft === undefined ? [] : [imageLeft])])];
    if (allLeft.length === 0) ledger.close();
    if (before === undefined) return { left: allLeft, differences: [], hostUnseen: null };
    return { left: allLeft, ...(await compare(before, engine, runId, image, signal)) };
  } catch (error) {
    if (!isEngineTrouble(error)) throw error;
    const gone = `the engine gave no answer when it was to be put back: ${error.message}`;
    return { left: [...left, gone], differences: [], hostUnseen: 'the engine gave no answer' };
  } finally {
    reached.client.close();
  }
}

interface RunInventory {
  readonly engine: Inventory;
  readonly host: Inventory;
}

async function takeInventory(engine: Engine): Promise<RunInventory> {
  const [ofEngine, host] = await Promise.all([takeEngineInventory(engine, undefined), takeHostInventory()]);
  return { engine: ofEngine, host };
}

async function compare(
  before: RunInventory,
  engine: Engine,
  runId: string,
  image: ProbeImage | undefined,
  signal: AbortSignal,
): Promise<Pick<Aftermath, 'differences' | 'hostUnseen'>> {
  const others = readLedgers().some((ledger) => ledger.alive && ledger.run !== runId);
  // What is removed from the engine is gone at once; what hung on it on the host, by and by.
  const ofEngine = differences(before.engine, await takeEngineInventory(engine, image?.reference));
  if (others) return { differences: ofEngine, hostUnseen: 'another run was under way on this machine' };
  const look = async () => differences(before.host, await takeHostInventory());
  const settled = await poll(look, (seen) => seen.length === 0, SETTLE_LIMIT_MS, signal);
  return { differences: [...ofEngine, ...settled.last], hostUnseen: null };
}

/** The engine for the suite's own needs: not recorded as anybody's evidence. */
function serviceEngine(reached: ReachedTarget, runId: string, signal: AbortSignal, belongings: Belongings): Engine {
  return new Engine({
    client: reached.client,
    apiVersion: reached.facts.apiVersionAsked,
    transcript: new Transcript('setup'),
    signal,
    labels: { [RUN_LABEL]: runId },
    created: async (kind, id) => belongings.add(kind, id),
  });
}

async function rangesInUse(engine: Engine, view: HostView): Promise<string[]> {
  const networks = await engine.networks();
  const ofEngine = networks.flatMap((network) => (network.IPAM?.Config ?? []).map((config) => config.Subnet ?? ''));
  return [...ofEngine, ...view.ranges];
}
