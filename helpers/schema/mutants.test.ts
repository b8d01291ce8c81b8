import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root';
import { type SchemaName, schemaErrors, schemaNames } from './validator';

const ABSENT = Symbol('absent');
const ID = 'a'.repeat(64);
const DIGEST = `sha256:${ID}`;

function recorded(file: string): unknown {
  const path = join(packageRoot(), 'schemas/fixtures/recordings/docker-1.11.1', `${file}.json`);
  return (JSON.parse(readFileSync(path, 'utf8')) as { body: unknown }).body;
}

/** A valid document for each schema. What was not recorded is written as the structs of 1.11.1 marshal. */
const VALID: Readonly<Record<SchemaName, unknown>> = {
  'container-create': recorded('10-create-networktest'),
  'container-inspect': recorded('74-container-web-07'),
  'container-list': recorded('14-containers'),
  'container-wait': { StatusCode: 0 },
  error: recorded('89-missing-container'),
  event: {
    Type: 'network',
    Action: 'connect',
    Actor: { ID, Attributes: { container: ID, name: 'bridge', type: 'bridge' } },
    time: 1461717282,
    timeNano: 1461717282123456000,
  },
  'exec-create': recorded('86-exec-create'),
  'exec-inspect': recorded('88-exec-inspect'),
  'image-inspect': recorded('05-image-inspect'),
  'image-list': recorded('04-images'),
  info: recorded('03-info'),
  'network-create': recorded('19-net-create'),
  'network-inspect': recorded('43-network-net_env_test-two'),
  'network-list': recorded('06-networks'),
  version: recorded('02-version'),
  'volume-create': recorded('58-volume-anon'),
  'volume-inspect': recorded('58-volume-anon'),
  'volume-list': recorded('57-volumes'),
};

const endpoint = '/NetworkSettings/Networks/bridge';
const member = '/Containers/66ee365bf253dc6846a4e081e1ff69265e22d097f704a845c70da81437a13757';

/** One value of the valid document is changed; the error must be at `at`, which is the changed value's pointer. */
const MUTANTS: readonly [SchemaName, at: string, value: unknown][] = [
  ['container-create', '/Id', 'b1ee4d297301'],
  ['container-create', '/Warnings', ABSENT],
  ['container-create', '/Warnings', ''],
  ['container-inspect', '/Id', ID.toUpperCase()],
  ['container-inspect', '/Created', '2016-04-27 00:34:42'],
  ['container-inspect', '/Created', 1461717282],
  ['container-inspect', '/Name', 'web-07'],
  ['container-inspect', '/State/Status', 'removing'],
  ['container-inspect', '/State/Pid', '20339'],
  ['container-inspect', '/State/FinishedAt', ''],
  ['container-inspect', '/Image', 'training/webapp'],
  ['container-inspect', '/ExecIDs', {}],
  ['container-inspect', '/Mounts', null],
  ['container-inspect', '/Mounts/0/RW', 'true'],
  ['container-inspect', '/Mounts/0/Propagation', 'hidden'],
  ['container-inspect', '/Config', null],
  ['container-inspect', '/Config/OnBuild', ABSENT],
  ['container-inspect', '/Config/Labels', []],
  ['container-inspect', '/HostConfig/RestartPolicy/Name', 'never'],
  ['container-inspect', '/HostConfig/StorageOpt', ABSENT],
  ['container-inspect', '/HostConfig/ConsoleSize', [0]],
  ['container-inspect', '/HostConfig/PidsLimit', null],
  ['container-inspect', '/NetworkSettings/SandboxID', 'none'],
  ['container-inspect', '/NetworkSettings/Ports/5000', null],
  ['container-inspect', '/NetworkSettings/Networks', []],
  ['container-inspect', `${endpoint}/IPAddress`, '172.17.0.256'],
  ['container-inspect', `${endpoint}/IPAddress`, '172.17.0.2/16'],
  ['container-inspect', `${endpoint}/IPPrefixLen`, 33],
  ['container-inspect', `${endpoint}/MacAddress`, '02-42-ac-11-00-02'],
  ['container-inspect', `${endpoint}/GlobalIPv6Address`, '::g'],
  ['container-inspect', `${endpoint}/Aliases`, 'web'],
  ['container-inspect', `${endpoint}/IPAMConfig`, ABSENT],
  ['container-list', '', {}],
  ['container-list', '/0/Names/0', 'networktest'],
  ['container-list', '/0/State', 'Up'],
  ['container-list', '/0/Created', '2016-04-27T00:34:42Z'],
  ['container-list', '/0/NetworkSettings/Networks/bridge/NetworkID', ABSENT],
  ['container-wait', '/StatusCode', ABSENT],
  ['container-wait', '/StatusCode', '0'],
  ['container-wait', '/StatusCode', null],
  ['error', '', { message: 'No such container: x' }],
  ['error', '', '\n'],
  ['error', '', null],
  ['event', '/Type', 'daemon'],
  ['event', '/Actor/Attributes', null],
  ['event', '/time', '1461717282'],
  ['exec-create', '/Id', ABSENT],
  ['exec-create', '/Id', ''],
  ['exec-create', '/Id', DIGEST],
  ['exec-inspect', '/ExitCode', '0'],
  ['exec-inspect', '/DetachKeys', 'ctrl-p'],
  ['exec-inspect', '/ProcessConfig/arguments', ABSENT],
  ['exec-inspect', '/ContainerID', 'web-01'],
  ['image-inspect', '/Id', ID],
  ['image-inspect', '/RepoDigests', null],
  ['image-inspect', '/VirtualSize', ABSENT],
  ['image-inspect', '/ContainerConfig', null],
  ['image-inspect', '/RootFS/Layers/0', 'sha256:0'],
  ['image-list', '/0/Id', ID],
  ['image-list', '/0/Labels', ABSENT],
  ['image-list', '/0/Size', -1],
  ['info', '/ID', 'b0e2a6b4-8f6e-4c55-9f5e-0f3f4b1f2a11'],
  ['info', '/ClusterStore', ABSENT],
  ['info', '/SystemStatus', ABSENT],
  ['info', '/DriverStatus/0', ['Backing Filesystem']],
  ['info', '/RegistryConfig/InsecureRegistryCIDRs/0', '127.0.0.0/33'],
  ['info', '/Plugins/Authorization', ABSENT],
  ['network-create', '/Id', ABSENT],
  ['network-create', '/Warning', null],
  ['network-create', '/Warning', ABSENT],
  ['network-inspect', '/Scope', 'swarm'],
  ['network-inspect', '/Containers', ABSENT],
  [
    'network-inspect',
    '/Containers/a1',
    { Name: 'a1', EndpointID: ID, MacAddress: '', IPv4Address: '', IPv6Address: '' },
  ],
  ['network-inspect', `${member}/IPv4Address`, '172.25.0.2'],
  ['network-inspect', `${member}/IPv6Address`, 'fd00::2'],
  ['network-inspect', `${member}/EndpointID`, ''],
  ['network-inspect', '/IPAM/Config', null],
  ['network-inspect', '/IPAM/Config/0/Subnet', '172.25.0.0'],
  ['network-inspect', '/IPAM/Config/0/Gateway', ''],
  ['network-inspect', '/IPAM/Config/0/IPRange', ''],
  ['network-inspect', '/Labels', null],
  ['network-list', '', null],
  ['network-list', '/0/Id', 'none'],
  ['network-list', '/2/IPAM/Config/0/Subnet', 'fd00::/129'],
  ['version', '/ApiVersion', 'v1.23'],
  ['version', '/GitCommit', ABSENT],
  ['version', '/Experimental', 'false'],
  ['volume-create', '/Name', ABSENT],
  ['volume-create', '/Mountpoint', null],
  ['volume-create', '/Labels', ABSENT],
  ['volume-inspect', '/Driver', ABSENT],
  ['volume-inspect', '/Labels', []],
  ['volume-inspect', '/Status', null],
  ['volume-list', '/Volumes', {}],
  ['volume-list', '/Volumes/0/Name', 1],
  ['volume-list', '/Warnings', ABSENT],
];

function withChange(document: unknown, pointer: string, value: unknown): unknown {
  const keys = pointer.split('/').slice(1);
  const last = keys.pop();
  if (last === undefined) return value;
  const copy = structuredClone(document);
  let holder = copy as Record<string, unknown>;
  for (const key of keys) holder = holder[key] as Record<string, unknown>;
  if (value === ABSENT) delete holder[last];
  else holder[last] = value;
  return copy;
}

describe('a document with one fault', () => {
  it.each(MUTANTS)('is refused by %s at %p: %p', (name, at, value) => {
    expect(schemaErrors(name, VALID[name])).toEqual([]);
    const paths = schemaErrors(name, withChange(VALID[name], at, value)).map((error) => error.path);
    expect(paths).toEqual([at]);
  });

  it('is tried at least three times on every schema', () => {
    const few = schemaNames().filter((name) => MUTANTS.filter(([of]) => of === name).length < 3);
    expect(few).toEqual([]);
  });
});

describe('a document that is unusual and right', () => {
  const right: readonly [SchemaName, at: string, value: unknown][] = [
    ['container-inspect', '/Args', null],
    ['container-inspect', '/Image', ''],
    ['container-inspect', '/State/StartedAt', '2016-04-27T00:34:42.1+02:00'],
    [
      'container-inspect',
      '/NetworkSettings/Ports',
      { '53/udp': null, '80/tcp': [{ HostIp: '0.0.0.0', HostPort: '32768' }] },
    ],
    ['container-inspect', '/NetworkSettings/Networks', null],
    ['container-inspect', `${endpoint}/GlobalIPv6Address`, 'fd00::242:ac11:2'],
    ['container-inspect', '/HostConfig/MemorySwappiness', null],
    ['container-list', '/0/Ports', [{ PrivatePort: 80, Type: 'tcp' }]],
    ['exec-inspect', '/ExitCode', null],
    ['exec-inspect', '/DetachKeys', 'EBE='],
    ['image-inspect', '/Config', null],
    [
      'network-inspect',
      '/Containers',
      { [`ep-${ID}`]: { Name: 'x', EndpointID: ID, MacAddress: '', IPv4Address: '', IPv6Address: 'fd00::2/64' } },
    ],
    [
      'network-inspect',
      '/IPAM/Config',
      [
        { Subnet: 'fd00::/64', Gateway: 'fd00::1/64' },
        { Subnet: '10.0.0.0/8', Gateway: '10.0.0.1' },
      ],
    ],
    ['volume-inspect', '/Status', { Size: '1G' }],
    ['volume-list', '/Volumes', null],
    ['version', '/KernelVersion', ABSENT],
  ];

  it.each(right)('is taken by %s with %p as %p', (name, at, value) => {
    expect(schemaErrors(name, withChange(VALID[name], at, value))).toEqual([]);
  });
});
