/** The overlay network of two hosts (the document's part 2, 3 and part 5, 6): catalogued, not yet tried. */
import type { EngineChange } from '../../helpers/claims/changes';
import { pending } from '../../helpers/claims/claim';
import { cluster, host } from '../../helpers/claims/needs';

const hosts2 = cluster('hosts2');

const storeOptionsRemoved: EngineChange = {
  vendor: 'docker',
  engine: '>=23.0.0',
  why: 'the options --cluster-store and --cluster-advertise were removed, and the daemon refuses to start with them',
  reference: 'release notes of Docker Engine 23.0, "Removed"; moby, cmd/dockerd/config_unix.go',
};

export default pending('overlay', [
  {
    id: 'overlay.without-store-refused',
    level: 'stated',
    lines: [[222, 223]],
    statement: 'Without a cluster store or a swarm, creating an overlay network fails with a message that says why.',
  },
  {
    id: 'overlay.store.consul',
    level: 'stated',
    lines: [
      [215, 215],
      [226, 235],
    ],
    statement: 'Engines that share a Consul store form a cluster in which overlay networks work.',
    needs: [hosts2, cluster('store:consul')],
    changes: [storeOptionsRemoved],
  },
  {
    id: 'overlay.store.etcd',
    level: 'stated',
    lines: [[215, 215]],
    statement: 'Engines that share an etcd store form a cluster in which overlay networks work.',
    needs: [hosts2, cluster('store:etcd')],
    changes: [storeOptionsRemoved],
  },
  {
    id: 'overlay.store.zookeeper',
    level: 'stated',
    lines: [[215, 215]],
    statement: 'Engines that share a ZooKeeper store form a cluster in which overlay networks work.',
    needs: [hosts2, cluster('store:zookeeper')],
    changes: [
      {
        vendor: 'docker',
        engine: '20.10.24',
        why: 'the daemon panics in network delete and container start when the store is ZooKeeper 3.8',
        reference: "measured on Debian's build",
      },
      storeOptionsRemoved,
    ],
  },
  {
    id: 'overlay.store.in-info',
    level: 'stated',
    lines: [[226, 246]],
    statement: 'The info of an engine names the cluster store and the address that it advertises there.',
    needs: [hosts2],
    changes: [storeOptionsRemoved],
  },
  {
    id: 'overlay.visible-on-every-host',
    level: 'stated',
    lines: [[263, 267]],
    statement: 'An overlay network created on one host is listed on the other with the same id and scope global.',
    needs: [hosts2],
  },
  {
    id: 'overlay.bridge-stays-local',
    level: 'stated',
    lines: [
      [264, 264],
      [518, 541],
    ],
    statement: 'A bridge network created on one host does not appear on the other.',
    needs: [hosts2],
  },
  {
    id: 'overlay.subnet',
    level: 'stated',
    lines: [[263, 263]],
    statement: 'An overlay network uses the subnet that it was created with.',
    needs: [hosts2],
  },
  {
    id: 'overlay.unique-addresses',
    level: 'stated',
    lines: [[547, 564]],
    statement: 'Containers of both hosts on one overlay network have distinct addresses of its one subnet.',
    needs: [hosts2],
  },
  {
    id: 'overlay.two-interfaces',
    level: 'stated',
    lines: [[571, 574]],
    statement: 'A container on an overlay network has an interface there and a second one on docker_gwbridge.',
    needs: [hosts2],
  },
  {
    id: 'overlay.ping-same-host',
    level: 'stated',
    lines: [[583, 586]],
    statement: 'Two containers of one host reach each other over the overlay network by ping.',
    needs: [hosts2],
  },
  {
    id: 'overlay.ping-cross-host',
    level: 'stated',
    lines: [[577, 580]],
    statement: 'Two containers of different hosts reach each other over the overlay network by ping, both ways.',
    needs: [hosts2],
  },
  {
    id: 'overlay.names-resolve-cross-host',
    level: 'implied',
    lines: [[546, 546]],
    statement: 'The name of a container on an overlay network resolves in a container of the other host.',
    needs: [hosts2],
  },
  {
    id: 'overlay.ports-4789',
    level: 'stated',
    lines: [[252, 252]],
    statement:
      'With UDP 4789 blocked between the hosts, overlay traffic stops, and it flows when the port is open again.',
    needs: [hosts2, host],
  },
  {
    id: 'overlay.ports-7946',
    level: 'stated',
    lines: [[253, 254]],
    statement:
      'With port 7946 blocked for TCP and UDP, a new endpoint is not learned by the other host; with it open, it is.',
    needs: [hosts2, host],
  },
  {
    id: 'overlay.store-outage',
    level: 'implied',
    lines: [[236, 236]],
    statement:
      'While the store is down running containers keep talking and creating fails with an error; when it is back all works.',
    needs: [hosts2, host],
    changes: [storeOptionsRemoved],
  },
  {
    id: 'overlay.isolation',
    level: 'implied',
    lines: [[541, 541]],
    statement: 'Containers on two overlay networks do not reach each other.',
    needs: [hosts2],
  },
  {
    id: 'overlay.remove-everywhere',
    level: 'implied',
    lines: [[264, 264]],
    statement:
      'An overlay network in use on either host is not removed; removed on one host, it is gone on the other too.',
    needs: [hosts2],
  },
  {
    id: 'overlay.routed-underlay',
    level: 'erratum',
    lines: [[590, 590]],
    statement: 'Containers reach each other over an overlay network also where the hosts are joined by a router.',
    documentSays: 'Over an underlay that is routed, containers on an overlay network cannot be reached.',
    needs: [hosts2, host, cluster('two-subnets')],
  },
  {
    id: 'overlay.bridge-same-subnet-not-joined',
    level: 'stated',
    lines: [[518, 541]],
    statement:
      'Two bridge networks of one subnet on two hosts stay two networks: addresses occur twice and no traffic passes.',
    needs: [hosts2],
  },
]);
