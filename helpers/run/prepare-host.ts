/** Gets one engine ready for a run, the target's own or one host of a cluster: inventoried, with the probe image, its host seen. */
import { UnexpectedAnswer } from '../engine/answer';
import type { Engine } from '../engine/engine';
import type { NetworkInspect } from '../engine/responses';
import { isEngineTrouble } from '../engine/trouble';
import { runReference } from '../probe/repository';
import type { HostCommands } from '../target/cluster';
import { type HostView, viewHost } from '../target/host';
import { quoted } from '../target/quoted';
import { UsageError } from '../usage-error';
import { Belongings } from './belongings';
import { ensureClusterImage } from './cluster-image';
import { type RunOnEngine, serviceEngine } from './engines';
import { ensureProbeImage, type ProbeImage } from './image';
import { Ledger } from './ledger';
import { type Aftermath, putBack } from './put-back';
import { type RunInventory, takeInventory } from './run-inventory';
import { SubnetPool } from './subnets';
import { Workspace } from './workspace';

/** Source: libnetwork, drivers/overlay and sandbox gateway. */
const GATEWAY_BRIDGE = 'docker_gwbridge';

const MEND = 'mend the engine; its own log tells more';

export interface HostToPrepare {
  readonly run: RunOnEngine;
  /** Its endpoint as a URL: there is a ledger for each. */
  readonly url: string;
  /** As `amd64`. */
  readonly arch: string;
  readonly probeImage: string | undefined;
  /** Whether it is one of several: they are on other machines than this, or in containers. */
  readonly ofCluster: boolean;
  /** How commands are run on it. */
  readonly commands: HostCommands;
  readonly nextName: () => string;
  readonly signal: AbortSignal;
}

export interface PreparedHost {
  readonly run: RunOnEngine;
  readonly ledger: Ledger;
  /** Reference of the probe image. */
  readonly image: string;
  readonly view: HostView;
  /** Subnets and addresses in use there. */
  readonly ranges: readonly string[];
  /** The container in which the host was seen is removed while the run begins. */
  removeView(): void;
  /**
   * Removes what the run made and compares with what was; closes the client.
   *
   * @param left what could not be removed so far, a line each
   */
  putBack(left: readonly string[]): Promise<Aftermath>;
}

/** What it made until an error is removed again. */
export async function prepareHost(host: HostToPrepare): Promise<PreparedHost> {
  const { signal, nextName } = host;
  const there = new Set<string>();
  const run: RunOnEngine = { ...host.run, there };
  const belongings = new Belongings();
  const engine = serviceEngine(run, signal, belongings);
  const before = await inventoryBefore(engine, host, (id) => there.add(id));
  const ledger = new Ledger(run.runId, host.url);
  let image: ProbeImage = { reference: runReference(run.runId), ours: true };
  try {
    const ensureImage = host.ofCluster ? ensureClusterImage : ensureProbeImage;
    const ensured = await ensureImage(engine, run.runId, host.arch, host.probeImage);
    if (ensured.ours && there.has(ensured.reference))
      throw new UsageError(takenForOurs(host.url, ensured.reference), MEND);
    image = ensured;
    if (image.ours) ledger.image(image.reference);
    const parts = { engine, image: image.reference, nextName, belongings, ledger };
    const view = await viewHost(engine, new Workspace({ ...parts, subnets: new SubnetPool([]) }));
    const networks = await engine.networks();
    const ofEngine = networks.flatMap((network) => (network.IPAM?.Config ?? []).map((config) => config.Subnet ?? ''));
    let removed: Promise<string[]> = Promise.resolve([]);
    return {
      run,
      ledger,
      image: image.reference,
      view,
      ranges: [...ofEngine, ...view.ranges],
      removeView: () => {
        // What an interruption keeps it from removing is found when the host is put back.
        removed = belongings.removeAll(engine, signal).catch(() => []);
      },
      putBack: async (left) => {
        const early = await removed;
        if (host.ofCluster) await removeGatewayBridge(run, networks);
        return putBack(run, { left: [...early, ...left], image, before, ledger });
      },
    };
  } catch (error) {
    await putBack(run, { left: [], image, before: undefined, ledger });
    throw refusedToPrepare(error, host.url);
  }
}

/** Nothing is made until then: where it fails there is nothing to be put back. */
async function inventoryBefore(
  engine: Engine,
  { run, url, commands, ofCluster }: HostToPrepare,
  seen: (id: string) => void,
): Promise<RunInventory> {
  try {
    return await takeInventory(engine, commands, !ofCluster, seen);
  } catch (error) {
    run.client.close();
    throw refusedToPrepare(error, url);
  }
}

/**
 * Docker makes the network by which containers on an overlay network have a way out with the first of them, and keeps it. Where
 * it was not there before it is taken away again; an engine on which somebody else has come to use it refuses that.
 */
async function removeGatewayBridge(run: RunOnEngine, before: readonly NetworkInspect[]): Promise<void> {
  if (before.some(({ Name }) => Name === GATEWAY_BRIDGE)) return;
  try {
    await serviceEngine(run, new AbortController().signal, new Belongings()).delete(`/networks/${GATEWAY_BRIDGE}`);
  } catch (error) {
    // Whether the engine is gone is told of when the rest is put back.
    if (!isEngineTrouble(error)) throw error;
  }
}

/** An engine that refuses what every run begins with, or gives no usable answer to it, cannot be judged, and says itself why. */
function refusedToPrepare(error: unknown, url: string): unknown {
  const trouble = isEngineTrouble(error) && error.kind !== 'aborted';
  if (!trouble && !(error instanceof UnexpectedAnswer)) return error;
  const what = trouble ? 'gives no answer to' : 'refuses';
  const message = `the engine at ${url} ${what} what a run begins with: ${error.message}`;
  return new UsageError(message, MEND, { cause: error });
}

function takenForOurs(url: string, image: string): string {
  return `the engine at ${url} says to have imported the probe image as one that was there before: ${quoted(image)}`;
}
