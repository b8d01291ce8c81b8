import { someClusterFacts, someFacts } from '../fixtures/facts';
import type { KernelParts, PartState } from '../target/kernel-parts';
import {
  docker,
  host,
  httpFromHost,
  inKernel,
  networkNamespaces,
  partsOfStandaloneSwarm,
  pingFromHost,
  root,
  seenInKernel,
  thisHost,
} from './needs';

const PARTS: KernelParts = { overlay: 'there', vxlan: 'there', br_netfilter: 'there', ip_vs: 'there' };

function withVxlan(state: PartState) {
  return someFacts({ kernelParts: { ...PARTS, vxlan: state } });
}

test.each([
  ['there', null, null],
  ['missing', null, 'the kernel has no vxlan, or has not loaded it'],
  [
    'unseen',
    'vxlan is not loaded, and whether it could be is not to be seen from a container',
    'the kernel has no vxlan, or has not loaded it',
  ],
] as const)('a part of the kernel that is %s can be judged or not, and be needed or not', (state, seen, needed) => {
  expect(seenInKernel('vxlan').absent(withVxlan(state))).toBe(seen);
  expect(inKernel('vxlan').absent(withVxlan(state))).toBe(needed);
});

test('before a run begins nothing is known of the kernel', () => {
  const facts = someFacts({ kernelParts: null });
  for (const need of [seenInKernel('overlay'), inKernel('br_netfilter')]) {
    expect(need.absent(facts)).toBe('decided by a probe container, when a run begins');
  }
});

test('only of Podman is it known that it shares no socket with a group', () => {
  expect(docker.absent(someFacts())).toBeNull();
  expect(docker.absent(someFacts({ vendor: 'unknown' }))).toBeNull();
  expect(docker.absent(someFacts({ vendor: 'podman' }))).toMatch(/^Podman shares no socket/);
});

test('the document’s ports are for engines that share a store, for managers, and for Consul whoever it serves', () => {
  const unformed = { formation: { formed: false, reason: 'host2 has none' } } as const;
  const consul = { store: { kind: 'consul', address: '10.0.0.1:8500' } } as const;
  const absent = (more: Parameters<typeof someClusterFacts>[0]) =>
    partsOfStandaloneSwarm.absent(someFacts({ cluster: someClusterFacts(more) }));
  expect(absent({})).toBeNull();
  expect(absent({ ...consul, ...unformed })).toBeNull();
  expect(absent({ mode: 'none', store: null, swarmManagers: ['tcp://10.0.0.1:4000'] })).toBeNull();
  expect(absent(unformed)).toBe('the hosts form no cluster: host2 has none');
  expect(absent({ mode: 'swarm', store: null })).toMatch(/^no engine is advertised/);
});

describe('the host of the engine', () => {
  const elsewhere = { local: false, reason: 'it is elsewhere' } as const;
  const reached = someFacts({ host: elsewhere, hostByCommands: { usable: true, tools: ['ping', 'ip', 'unshare'] } });

  test('is this machine, or is reached by commands; what needs this machine is told so', () => {
    expect([host, thisHost].map((need) => need.absent(someFacts()))).toEqual([null, null]);
    expect([host, thisHost].map((need) => need.absent(reached))).toEqual([null, 'it is elsewhere']);
    expect(host.absent(someFacts({ host: elsewhere }))).toBe('it is elsewhere');
    const unproven = someFacts({ host: elsewhere, hostByCommands: { usable: false, reason: 'they run elsewhere' } });
    expect([host, pingFromHost].map((need) => need.absent(unproven))).toEqual(Array(2).fill('they run elsewhere'));
    expect(root.absent(reached)).toBeNull();
  });

  test('has the commands that a claim needs, or not', () => {
    expect(pingFromHost.absent(reached)).toBeNull();
    expect(httpFromHost.absent(reached)).toBe("the engine's host has no bash");
    expect(networkNamespaces.absent(reached)).toBe("the engine's host has no nsenter");
    expect(pingFromHost.absent(someFacts({ pingCommand: false }))).toMatch(/^this machine does not have/);
    expect(httpFromHost.absent(someFacts())).toBeNull();
  });
});
