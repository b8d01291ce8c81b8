import { assertKnownToV123, type GuardedRequest } from './guard';

const fullBody = {
  Image: 'probe',
  Cmd: ['sleep', '600'],
  Labels: { 'any.key': '1' },
  ExposedPorts: { '5000/tcp': {} },
  HostConfig: {
    Binds: ['data:/data:ro'],
    PortBindings: { '5000/tcp': [{ HostIp: '127.0.0.1', HostPort: '0' }] },
    RestartPolicy: { Name: 'no', MaximumRetryCount: 0 },
    LogConfig: { Type: 'json-file', Config: { 'max-size': '1m' } },
    Ulimits: [{ Name: 'nofile', Soft: 64, Hard: 64 }],
    Tmpfs: { '/run': 'size=1m' },
    Init: undefined,
  },
  NetworkingConfig: { EndpointsConfig: { mine: { IPAMConfig: { IPv4Address: '10.1.2.3' }, Aliases: ['db'] } } },
};
const create = (body: unknown): GuardedRequest => ({ method: 'POST', path: '/containers/create', body });
const hostConfig = (HostConfig: unknown) => create({ Image: 'probe', HostConfig });
const network = (body: unknown): GuardedRequest => ({ method: 'POST', path: '/networks/create', body });
const get = (path: string, query?: Record<string, unknown>): GuardedRequest =>
  query === undefined ? { method: 'GET', path } : { method: 'GET', path, query };
const post = (path: string, query?: Record<string, unknown>, body?: unknown): GuardedRequest => ({
  method: 'POST',
  path,
  ...(query === undefined ? {} : { query }),
  ...(body === undefined ? {} : { body }),
});
const remove = (path: string, query: Record<string, unknown> = {}): GuardedRequest => ({
  method: 'DELETE',
  path,
  query,
});

const accepted: [string, GuardedRequest][] = [
  ['ping', get('/_ping')],
  ['version', get('/version')],
  ['any path asked for its options', { method: 'OPTIONS', path: '/containers/json' }],
  ['a container with host part and networks', { ...create(fullBody), query: { name: 'web' } }],
  ['a body as JSON text', create(JSON.stringify(fullBody))],
  ['a body that is malformed on purpose', create('{')],
  ['bytes that are malformed on purpose', create(Buffer.from('{'))],
  ['values of a wrong type', create({ HostConfig: 'none', Labels: 7, Cmd: null })],
  ['values that are undefined', create({ Image: 'probe', Platform: undefined })],
  ['a query value that is undefined', get('/networks/bridge', { verbose: undefined })],
  [
    'containers by label and status',
    get('/containers/json', { all: 1, filters: { label: ['a=b'], status: ['exited'] } }),
  ],
  ['filters as JSON text', get('/networks', { filters: '{"name":["x"],"type":{"custom":true}}' })],
  ['filters that are malformed on purpose', get('/volumes', { filters: '{' })],
  ['a query inside the path', get('/containers/web/json?size=1')],
  ['start with a host part, as old clients send', post('/containers/x/start', {}, { Memory: 1 })],
  ['stop without a body', post('/containers/x/stop', { t: 1 }, {})],
  ['update of resources', post('/containers/x/update', {}, { Memory: 1, RestartPolicy: { Name: 'always' } })],
  ['removal with volumes', remove('/containers/x', { v: 1, force: 1 })],
  ['archive head', { method: 'HEAD', path: '/containers/x/archive', query: { path: '/etc' } }],
  ['archive put', { method: 'PUT', path: '/containers/x/archive', query: { path: '/' }, body: Buffer.alloc(1024) }],
  ['attach over a web socket', get('/containers/x/attach/ws', { stream: 1 })],
  ['exec', post('/containers/x/exec', {}, { Cmd: ['id'], AttachStdout: true, Privileged: false })],
  ['exec start', post('/exec/x/start', {}, { Detach: false, Tty: false })],
  ['import', post('/images/create', { fromSrc: '-', repo: 'probe', tag: 'x', changes: 'CMD ["x"]', message: 'm' })],
  ['an image whose name has slashes', get('/images/training/webapp:latest/json')],
  ['push of an image whose name has a host', post('/images/host:5000/a/b/push', { tag: '1' })],
  ['commit', post('/commit', { container: 'x', repo: 'r' }, { Env: ['A=1'] })],
  [
    'a network with address management',
    network({
      Name: 'n',
      CheckDuplicate: true,
      Internal: true,
      EnableIPv6: false,
      Labels: {},
      Options: { 'any.option': '1' },
      IPAM: { Driver: 'default', Config: [{ Subnet: '10.0.0.0/24', AuxiliaryAddresses: { a: '10.0.0.9' } }] },
    }),
  ],
  [
    'connect',
    post(
      '/networks/n/connect',
      {},
      { Container: 'c', EndpointConfig: { Links: ['a:b'], IPAMConfig: { IPv6Address: 'fd00::2' } } },
    ),
  ],
  ['disconnect by force', post('/networks/n/disconnect', {}, { Container: 'c', Force: true })],
  [
    'a volume',
    post('/volumes/create', {}, { Name: 'v', Driver: 'local', DriverOpts: { type: 'tmpfs' }, Labels: { a: 'b' } }),
  ],
  ['dangling volumes', get('/volumes', { filters: { dangling: ['true'] } })],
  ['events of a network', get('/events', { since: 1, until: 2, filters: { type: ['network'], network: ['n'] } })],
];

const refused: [string, GuardedRequest, string][] = [
  ['mounts', hostConfig({ Mounts: [] }), 'POST /containers/create: body field HostConfig.Mounts is not in API v1.23'],
  [
    'an init process',
    hostConfig({ Init: true }),
    'POST /containers/create: body field HostConfig.Init is not in API v1.23',
  ],
  ['processors as a fraction', hostConfig({ NanoCpus: 1 }), 'HostConfig.NanoCpus'],
  ['a runtime', hostConfig({ Runtime: 'runc' }), 'HostConfig.Runtime'],
  // The struct of 1.11 has AutoRemove; its daemon does nothing with it, and newer ones force it off below 1.25.
  ['removal by the daemon', hostConfig({ AutoRemove: true }), 'HostConfig.AutoRemove must not be sent to API v1.23'],
  ['a health check', create({ Healthcheck: {} }), 'body field Healthcheck'],
  ['a stop timeout', create({ StopTimeout: 1 }), 'body field StopTimeout'],
  [
    'a host field at the top',
    create({ Binds: [] }),
    'body field Binds must not be sent to API v1.23: it belongs in HostConfig',
  ],
  [
    'an endpoint option',
    create({ NetworkingConfig: { EndpointsConfig: { 'my.net': { DriverOpts: {} } } } }),
    'NetworkingConfig.EndpointsConfig.my.net.DriverOpts',
  ],
  [
    'a link-local address',
    post('/networks/n/connect', {}, { EndpointConfig: { IPAMConfig: { LinkLocalIPs: [] } } }),
    'EndpointConfig.IPAMConfig.LinkLocalIPs',
  ],
  [
    'a field inside a list',
    hostConfig({ PortBindings: { '1/tcp': [{ HostPort: '1', HostPortEnd: '2' }] } }),
    'HostConfig.PortBindings.1/tcp[0].HostPortEnd',
  ],
  ['a newer field in JSON text', create('{"HostConfig":{"Init":true}}'), 'HostConfig.Init'],
  ['a newer field in bytes', create(Buffer.from('{"HostConfig":{"Init":true}}')), 'HostConfig.Init'],
  ['a platform', { ...create(fullBody), query: { platform: 'linux/amd64' } }, 'query parameter platform'],
  ['a platform at pull', post('/images/create', { fromImage: 'x', platform: 'linux' }), 'query parameter platform'],
  ['an attachable network', network({ Name: 'n', Attachable: true }), 'POST /networks/create: body field Attachable'],
  ['a network scope', network({ Name: 'n', Scope: 'local' }), 'body field Scope'],
  [
    'a newer field of a subnet',
    network({ IPAM: { Config: [{ Subnet: '10.0.0.0/8' }, { Options: {} }] } }),
    'IPAM.Config[1].Options',
  ],
  ['pruned containers', post('/containers/prune'), 'POST /containers/prune is not in API v1.23'],
  ['pruned networks', post('/networks/prune'), 'POST /networks/prune is not in API v1.23'],
  ['pruned volumes', post('/volumes/prune'), 'POST /volumes/prune is not in API v1.23'],
  ['pruned images', post('/images/prune'), 'POST /images/prune is not in API v1.23'],
  ['a verbose network', get('/networks/n', { verbose: true }), 'GET /networks/{id}: query parameter verbose'],
  ['a scoped network', get('/networks/n', { scope: 'local' }), 'GET /networks/{id}: query parameter scope'],
  ['a verbose network inside the path', get('/networks/n?verbose=1'), 'query parameter verbose'],
  ['networks by a loose parameter', get('/networks', { dangling: true }), 'GET /networks: query parameter dangling'],
  ['dangling networks', get('/networks', { filters: { dangling: ['true'] } }), 'GET /networks: filter dangling'],
  ['networks by driver', get('/networks', { filters: '{"driver":["bridge"]}' }), 'GET /networks: filter driver'],
  ['volumes by name', get('/volumes', { filters: { name: ['v'] } }), 'GET /volumes: filter name'],
  ['containers by network', get('/containers/json', { filters: { network: ['n'] } }), 'filter network'],
  ['images by reference', get('/images/json', { filters: { reference: ['x'] } }), 'filter reference'],
  ['events of the daemon', get('/events', { filters: { daemon: ['d'] } }), 'filter daemon'],
  ['a volume removed by force', remove('/volumes/v', { force: 1 }), 'DELETE /volumes/{name}: query parameter force'],
  ['a wait condition', post('/containers/x/wait', { condition: 'removed' }), 'query parameter condition'],
  ['a checkpoint at start', post('/containers/x/start', { checkpoint: 'c' }), 'query parameter checkpoint'],
  ['detach keys at start', post('/containers/x/start', { detachKeys: 'a' }), 'the code of 1.11.1 does not read it'],
  ['a stop signal', post('/containers/x/stop', { signal: 'TERM' }), 'query parameter signal'],
  ['logs until', get('/containers/x/logs', { stdout: 1, until: 1 }), 'query parameter until'],
  ['one measurement', get('/containers/x/stats', { 'one-shot': 1 }), 'query parameter one-shot'],
  ['an exec environment', post('/containers/x/exec', {}, { Cmd: ['id'], Env: ['A=1'] }), 'body field Env'],
  ['an exec folder', post('/containers/x/exec', {}, { Cmd: ['id'], WorkingDir: '/' }), 'body field WorkingDir'],
  ['a console size at exec', post('/exec/x/start', {}, { ConsoleSize: [1, 1] }), 'body field ConsoleSize'],
  ['a body where none is read', post('/containers/x/pause', {}, { Signal: 'x' }), 'it reads no body'],
  ['an object as archive', post('/images/load', {}, { Name: 'x' }), 'its body is an archive'],
  ['the registry of an image', get('/distribution/x/json'), 'GET /distribution/x/json is not in API v1.23'],
  ['a swarm', post('/swarm/init', {}, {}), 'POST /swarm/init is not in API v1.23'],
  ['services', get('/services'), 'GET /services is not in API v1.23'],
  ['plugins', get('/plugins'), 'GET /plugins is not in API v1.23'],
  ['disk usage', get('/system/df'), 'GET /system/df is not in API v1.23'],
  ['ping by head', { method: 'HEAD', path: '/_ping' }, 'HEAD /_ping is not in API v1.23'],
  ['a path with its version', get('/v1.23/info'), 'GET /v1.23/info is not in API v1.23'],
  [
    'a method that the path lacks',
    { method: 'PATCH', path: '/containers/x' },
    'PATCH /containers/x is not in API v1.23',
  ],
];

describe('assertKnownToV123', () => {
  it.each(accepted)('lets %s pass', (_, request) => {
    expect(() => assertKnownToV123(request)).not.toThrow();
  });

  it.each(refused)('refuses %s', (_, request, message) => {
    expect(() => assertKnownToV123(request)).toThrow(expect.objectContaining({ name: 'GuardError' }));
    expect(() => assertKnownToV123(request)).toThrow(message);
  });

  it('takes under 20 microseconds on a body of common size', () => {
    const request = { ...create(fullBody), query: { name: 'web' } };
    const rounds = 20_000;
    for (let index = 0; index < rounds; index += 1) assertKnownToV123(request);
    const begun = performance.now();
    for (let index = 0; index < rounds; index += 1) assertKnownToV123(request);
    expect(((performance.now() - begun) / rounds) * 1000).toBeLessThan(20);
  });
});
