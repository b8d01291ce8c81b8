/**
 * What a claim may need. A need is decided before any body runs, from what was probed of the target; where it is absent
 * the verdict is not-applicable with the reason given here.
 */
import { realpathSync } from 'node:fs';
import semver from 'semver';
import type { HostTool, TargetFacts } from '../target/facts';
import type { KernelPart } from '../target/kernel-parts';
import { barredToOthers } from '../target/permission';
import { apiInRange, engineSemver } from './changes';

export * from './cluster-needs';

/** A need and the test of it. */
export interface Need {
  /** As the catalogue prints it: `host`, `docker-cli`, `api>=1.25`. */
  readonly name: string;
  /** Why the target cannot be judged, or null where the need is met. */
  readonly absent: (facts: TargetFacts) => string | null;
  /** Whether a claim with it is about all hosts of a cluster, and not about the first alone. */
  readonly ofCluster?: true;
}

function need(name: string, absent: Need['absent']): Need {
  return { name, absent };
}

/** Things can be done on the engine's host: this machine is proven to be it, or commands are proven to reach it. */
export const host = need('host', withoutHost);

/** This machine is proven to be the engine's host. */
export const thisHost = need('this-host', (facts) => (facts.host.local ? null : facts.host.reason));

function withoutHost({ host: proof, hostByCommands }: TargetFacts): string | null {
  if (proof.local) return null;
  if (hostByCommands === null) return proof.reason;
  return hostByCommands.usable ? null : hostByCommands.reason;
}

/** A docker client on the PATH that can talk to the target at the API version asked. */
export const dockerCli = need('docker-cli', (facts) => (facts.dockerCli.usable ? null : facts.dockerCli.reason));

/**
 * The docker client is older than a version exactly where the engine is: what the client itself does changed with that
 * version, and the known changes go by the engine's.
 */
export function clientAsOldAs(version: string): Need {
  const older = (text: string) => semver.lt(engineSemver(text) ?? '0.0.0', version);
  return need(`docker-cli-as-engine-${version}`, ({ dockerCli: client, version: engine, vendor }) => {
    if (!client.usable) return client.reason;
    if (vendor !== 'docker' || older(client.version ?? '') === older(engine)) return null;
    return `the docker client is ${client.version} and the engine ${engine}: what is claimed of the client changed in ${version}`;
  });
}

/** The host runs systemd, and the engine is a service of it. */
export const systemd = need('systemd', (facts) => (facts.systemd.usable ? null : facts.systemd.reason));

/** The suite runs as root on the engine's host, so that it can act as other users. */
export const root = need('root', (facts) => {
  // Commands that reach a host are proven to be run as root there.
  if (process.getuid?.() === 0 || (!facts.host.local && facts.hostByCommands?.usable === true)) return null;
  return 'this process is not root, and cannot act as another user';
});

/** The engine is one that this suite started, and will stop: what it keeps in mind of a claim disturbs nobody. */
export const ownEngine = need('own-engine', (facts) =>
  facts.ownEngine
    ? null
    : 'an engine keeps a volume plugin in mind until it restarts, and waits 15 s for it whenever volumes are listed',
);

/** The engine is reached over a Unix socket. */
export const unixSocket = need('unix-socket', ({ endpoint }) =>
  endpoint.kind === 'unix' ? null : `the engine is reached over ${endpoint.kind}, not over a Unix socket`,
);

/** Any user can run the node that runs the suite: it acts for other users, and may be installed in a home directory. */
export const nodeForAll = need('node-for-all', () => {
  const barred = barredToOthers(realpathSync(process.execPath));
  return barred === null ? null : `other users cannot run node: no way for them past ${barred}`;
});

/** Machines can be made on the host, as network namespaces: what is to be reached beyond it must be nobody else's. */
export const networkNamespaces = onHost(
  'network-namespaces',
  ['ip', 'unshare', 'nsenter'],
  (facts) => facts.networkNamespaces,
);

/** Whether the kernel has a part is to be seen from a container. */
export function seenInKernel(part: KernelPart): Need {
  return need(`seen-in-kernel:${part}`, ({ kernelParts }) => {
    if (kernelParts === null) return 'decided by a probe container, when a run begins';
    if (kernelParts[part] !== 'unseen') return null;
    return `${part} is not loaded, and whether it could be is not to be seen from a container`;
  });
}

/** The kernel has a part, built in or loaded. */
export function inKernel(part: KernelPart): Need {
  return need(`in-kernel:${part}`, ({ kernelParts }) => {
    if (kernelParts === null) return 'decided by a probe container, when a run begins';
    return kernelParts[part] === 'there' ? null : `the kernel has no ${part}, or has not loaded it`;
  });
}

/** The engine is Docker, or none that is known to be another. */
export const docker = need('docker', ({ vendor }) =>
  vendor === 'podman' ? 'Podman shares no socket with a group: each user has an engine of his own' : null,
);

/** The host has the ping command. */
export const pingFromHost = onHost('ping', ['ping'], (facts) => facts.pingCommand);

/** Pages can be got from the host: this process gets them, or commands do. */
export const httpFromHost = onHost('http-from-host', ['bash'], () => true);

/** Commands are on the host: on this machine where that is it, else where commands reach it. */
function onHost(name: string, tools: readonly HostTool[], here: (facts: TargetFacts) => boolean): Need {
  return need(name, (facts) => {
    if (facts.host.local) return here(facts) ? null : `this machine does not have all of ${tools.join(', ')}`;
    const { hostByCommands } = facts;
    if (hostByCommands?.usable !== true) return withoutHost(facts);
    const missing = tools.filter((tool) => !hostByCommands.tools.includes(tool));
    return missing.length === 0 ? null : `the engine's host has no ${missing.join(', ')}`;
  });
}

/** The engine is asked at an API version in this range, as `>=1.25`. */
export function api(range: string): Need {
  return need(`api${range}`, (facts) =>
    apiInRange(facts.apiVersionAsked, range) ? null : `asked at API ${facts.apiVersionAsked}, and this needs ${range}`,
  );
}

/** A need that claims which are not implemented yet are catalogued with; never met. */
export function cluster(name: string): Need {
  return need(name, () => `needs ${name}, and the target is a single engine`);
}
