/** What the catalogue says of an engine that is not started: enough to plan with. */
import { release as kernel } from 'node:os';
import { runCommand } from '../run/command';
import { type Capability, HOST_TOOLS, type TargetFacts } from '../target/facts';
import { onPath } from '../target/host';
import { chooseApiVersion } from '../target/reach';
import type { LabTarget } from '../target/target';
import { UsageError } from '../usage-error';
import { ENGINE_PORT } from './engines';

/** Why claims on the host of a lab engine are not applicable. */
const ELSEWHERE = "the engine's host is in another network namespace of this machine, as in a container";

/**
 * The facts that a run would most likely find. Only a run starts the engine, and plans by what it finds then.
 *
 * @param asked the API version, or undefined for the default
 * @throws UsageError where nothing is known of the engine before it is started, or it does not speak that version
 */
export async function expectedFacts({ id, lab }: LabTarget, asked: string | undefined): Promise<TargetFacts> {
  if (lab.kind !== 'catalogued') {
    throw new UsageError(
      `what ${id} is, is not known before it is started, and a plan starts nothing`,
      lab.kind === 'cluster'
        ? 'plan for one of its engines, or run it: a run begins with its plan'
        : `engine-conformance lab up ${id}, then plan with the address that it prints`,
    );
  }
  const { vendor, version, release, api } = lab.engine;
  const [minApiVersion, apiVersion] = api;
  const [dockerCli, pingCommand, ...namespaceTools] = await Promise.all([
    client(),
    ...['ping', 'ip', 'unshare', 'nsenter'].map(onPath),
  ]);
  return {
    endpoint: { kind: 'tcp', host: '127.0.0.1', port: ENGINE_PORT },
    ...{ vendor, version, apiVersion, minApiVersion },
    apiVersionAsked: chooseApiVersion(id, asked, minApiVersion, apiVersion),
    os: `Debian ${release}`,
    kernel: kernel(),
    arch: '',
    storageDriver: '',
    cgroup: '',
    rootDir: '',
    ownEngine: true,
    membership: { store: '', swarm: 'none', node: '' },
    cluster: null,
    lab: { usable: true },
    host: { local: false, reason: ELSEWHERE },
    // What the lab builds has them all.
    hostByCommands: { usable: true, tools: HOST_TOOLS },
    systemd: { usable: false, reason: ELSEWHERE },
    dockerCli,
    pingCommand: pingCommand === true,
    networkNamespaces: !namespaceTools.includes(false),
    kernelParts: null,
  };
}

async function client(): Promise<Capability> {
  if (!(await onPath('docker'))) return { usable: false, reason: 'no docker client on the PATH' };
  const { stdout } = await runCommand('docker', ['--version']);
  return { usable: true, path: 'docker', version: /\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? '' };
}
