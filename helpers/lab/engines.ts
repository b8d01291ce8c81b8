/**
 * The engines that the lab has by name: which release of Debian has them, and in which packages. The version is what the
 * release held when it was looked at (2026-11); the running engine tells its own, and a difference is said.
 */
import type { ImageRecipe, PackageRecipe, Vendor } from './recipe';

export interface CataloguedEngine {
  readonly vendor: Vendor;
  readonly version: string;
  readonly release: string;
  readonly packages: readonly string[];
  /** Lowest and highest version of the API, measured. */
  readonly api: readonly [lowest: string, highest: string];
  /** What of its configuration is not as Debian has it, by path. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What every host has beside its engine: an init that reaps, and what a claim on a host looks with. */
const COMMON = ['tini', 'iproute2', 'iptables', 'iputils-ping', 'ca-certificates'];

/** The default network of Podman 3 as its makers configure it. Source: 87-podman-bridge.conflist of Podman 3. */
const PODMAN_BRIDGE = JSON.stringify({
  cniVersion: '0.4.0',
  name: 'podman',
  plugins: [
    {
      ...{ type: 'bridge', bridge: 'cni-podman0', isGateway: true, ipMasq: true, hairpinMode: true },
      ipam: {
        ...{ type: 'host-local', routes: [{ dst: '0.0.0.0/0' }] },
        ranges: [[{ subnet: '10.88.0.0/16', gateway: '10.88.0.1' }]],
      },
    },
    { type: 'portmap', capabilities: { portMappings: true } },
    { type: 'firewall' },
    { type: 'tuning' },
  ],
});

export const ENGINES: readonly CataloguedEngine[] = [
  docker('20.10.5', 'bullseye', ['1.12', '1.41']),
  docker('20.10.24', 'bookworm', ['1.12', '1.41']),
  // Since 26 the client is a package of its own, which the engine only recommends.
  docker('26.1.5', 'trixie', ['1.24', '1.45'], ['docker-cli']),
  docker('28.5.2', 'forky', ['1.24', '1.51'], ['docker-cli']),
  // Without the plugins Podman 3 finds no bridge; the one of names is what answers its DNS. Debian configures its default
  // network with `ptp`, and its API then lists no networks at all: "unable to find bridge plugin" (measured).
  {
    ...podman(
      '3.0.1',
      'bullseye',
      ['1.24', '1.40'],
      ['containernetworking-plugins', 'golang-github-containernetworking-plugin-dnsname'],
    ),
    files: {
      '/etc/cni/net.d/87-podman-ptp.conflist': PODMAN_BRIDGE,
      // Later ones see by themselves that no systemd is there.
      '/etc/containers/containers.conf': '[engine]\ncgroup_manager = "cgroupfs"\nevents_logger = "file"\n',
    },
  },
  podman('4.3.1', 'bookworm', ['1.24', '1.41'], ['netavark', 'aardvark-dns']),
  podman('5.4.2', 'trixie', ['1.24', '1.41'], ['netavark', 'aardvark-dns', 'nftables']),
  podman('5.8.6', 'forky', ['1.24', '1.44'], ['netavark', 'aardvark-dns', 'nftables']),
];

/** The port on which a daemon without TLS listens, registered with IANA. */
export const ENGINE_PORT = 2375;

const ENGINE = { port: ENGINE_PORT, ready: '/_ping', privileged: true } as const;

/** As it is asked for: `docker@26.1.5`. */
export function engineName({ vendor, version }: CataloguedEngine): string {
  return `${vendor}@${version}`;
}

/** What a host with a catalogued engine is made of. */
export function catalogueRecipe(engine: CataloguedEngine): PackageRecipe {
  const { vendor, release, packages } = engine;
  return {
    ...ENGINE,
    kind: engineName(engine),
    source: { kind: 'packages', release, packages },
    data: vendor === 'docker' ? '/var/lib/docker' : '/var/lib/containers',
    command: vendor === 'docker' ? dockerCommand : podmanCommand,
    ...(engine.files === undefined ? {} : { files: engine.files }),
  };
}

/**
 * What a host with an image of somebody else's is made of: one in which a docker daemon starts. The official ones listen on
 * 2375 where they are told to make no certificates.
 *
 * @param kind as it was asked for
 */
export function imageRecipe(kind: string, reference: string): ImageRecipe {
  return {
    ...ENGINE,
    kind,
    source: { kind: 'image', reference },
    environment: { DOCKER_TLS_CERTDIR: '' },
    data: '/var/lib/docker',
    command: dockerCommand,
  };
}

/** Without `--tls=false` engines of 26 and later wait 15 s before they listen without certificates. */
function dockerCommand(flags: readonly string[]): string[] {
  const hosts = ['-H', 'unix:///var/run/docker.sock', '-H', `tcp://0.0.0.0:${ENGINE_PORT}`];
  return ['dockerd', '--tls=false', ...hosts, ...flags];
}

function podmanCommand(flags: readonly string[]): string[] {
  return ['podman', ...flags, 'system', 'service', '--time=0', `tcp:0.0.0.0:${ENGINE_PORT}`];
}

function docker(
  version: string,
  release: string,
  api: CataloguedEngine['api'],
  more: readonly string[] = [],
): CataloguedEngine {
  return { vendor: 'docker', version, release, api, packages: ['docker.io', ...more, ...COMMON] };
}

function podman(
  version: string,
  release: string,
  api: CataloguedEngine['api'],
  more: readonly string[],
): CataloguedEngine {
  return { vendor: 'podman', version, release, api, packages: ['podman', 'crun', ...more, ...COMMON] };
}
