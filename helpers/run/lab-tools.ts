/** Hosts of the lab that one claim starts for itself. */
import { authority } from '../certificates/authority';
import { compareApiVersions } from '../claims/changes';
import type { LabTools, Place } from '../claims/cluster';
import type { LabHost } from '../lab/lab-host';
import { type EngineFacts, reachEngine } from '../target/reach';
import { Belongings } from './belongings';
import { type Caller, clientAt, engineElsewhere } from './elsewhere';
import { serviceEngine } from './engines';
import { ensureProbeImage } from './image';
import type { SessionParts } from './session-parts';
import { Workspace } from './workspace';

/** A claim's own hosts start while others are judged: they get more time than those that a run begins with. */
const READY_LIMIT_MS = 25_000;

/**
 * The tools of a claim; its hosts go when it is over, and its networks with the lab.
 *
 * @throws TypeError where the target is not of the lab, which a need decides before
 */
export function labTools(parts: SessionParts, of: Caller): LabTools {
  const { startedBy } = parts.target;
  if (startedBy === undefined)
    throw new TypeError('the claim does not say that it needs the lab, and the target is not of it');
  const { lab, recipe, network } = startedBy;
  const { belongings, transcript } = of;
  return {
    recipe,
    startHost: async (options) => {
      const host = await lab.startHost({ network, readyLimitMs: READY_LIMIT_MS, ...options });
      belongings.addAction(async () => {
        const left = await host.dispose();
        if (left !== undefined) throw new Error(left);
      });
      return host;
    },
    home: network,
    network: () => lab.network(),
    authority,
    place: (host, name) => placeOn(parts, of, host, name),
    run: async (host, name, command) => {
      const begun = performance.now();
      const result = await host.run(command);
      const ms = Math.round(performance.now() - begun);
      transcript.ran({ host: name, command: command.join(' '), ...result, ms });
      return result;
    },
  };
}

async function placeOn(parts: SessionParts, of: Caller, host: LabHost, name: string): Promise<Place> {
  const { runId, nextName, subnets, ledger, probeImage } = parts;
  const client = await clientAt(parts, host.endpoint, of);
  const facts = await reachEngine({ id: name, endpoint: host.endpoint, source: of.maker }, client);
  const run = { runId, client, apiVersion: within(parts.facts.apiVersionAsked, facts) };
  // What is made there goes with the host.
  const belongings = new Belongings();
  const { reference: image } = await ensureProbeImage(
    serviceEngine(run, of.signal, belongings),
    runId,
    facts.arch,
    probeImage,
  );
  const engine = engineElsewhere(run, { name, endpoint: host.endpoint }, of);
  return { name, engine, make: new Workspace({ engine, image, nextName, subnets, belongings, ledger }) };
}

/** The version that the target is asked at, where that engine speaks it: a claim may start an engine of another version. */
function within(asked: string, { minApiVersion, apiVersion }: EngineFacts): string {
  if (compareApiVersions(asked, minApiVersion) < 0) return minApiVersion;
  return compareApiVersions(asked, apiVersion) > 0 ? apiVersion : asked;
}
