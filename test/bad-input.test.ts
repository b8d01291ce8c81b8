/** Bad input: one line and its mend, exit status 2, and nothing is started. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { type HttpAnswers, httpAnswers, json } from '../helpers/fixtures/http-answers';
import { temporaryFolder } from '../helpers/fixtures/temporary-folder';
import { endpointUrl } from '../helpers/target/endpoint-url';
import { run } from './command';
import { liveHost } from './live-engine';

const folder = temporaryFolder();
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** Listens and answers what no engine would. */
function listen(answer: string | null): Promise<{ server: Server; url: string; port: number }> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    if (answer !== null) socket.once('data', () => socket.end(answer));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve({ server, url: `tcp://127.0.0.1:${port}`, port });
    });
  });
}

interface BadInput {
  readonly what: string;
  readonly args: () => readonly string[];
  /** What the line must name. */
  readonly says: RegExp;
  readonly env?: Record<string, string | undefined>;
}

const HTTP = 'HTTP/1.1 200 OK\r\nConnection: close\r\n';
const servers: Server[] = [];
/** Two that answer as engines do, as far as they are asked here. */
const engines: HttpAnswers[] = [];
const urls = { web: '', silent: '', html: '', closing: '', other: '' };
let closedPort = 0;

beforeAll(async () => {
  const opened = await Promise.all([
    listen(`${HTTP}Content-Type: text/html\r\n\r\n<html>hello</html>`),
    listen(null),
    listen(`${HTTP}Content-Type: application/json\r\n\r\n{"hello": "world"}`),
    listen(''),
    listen('HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/version\r\nContent-Length: 0\r\n\r\n'),
    listen(null),
  ]);
  servers.push(...opened.map(({ server }) => server));
  const [html, silent, web, closing, other, closed] = opened;
  Object.assign(urls, {
    html: html?.url,
    silent: silent?.url,
    web: web?.url,
    closing: closing?.url,
    other: other?.url,
  });
  closedPort = closed?.port ?? 0;
  await new Promise<void>((resolve) => closed?.server.close(() => resolve()));
  const version = json({ Version: '20.10.24', ApiVersion: '1.41', MinAPIVersion: '1.12' });
  const answers = { 'GET /version': version, 'GET /info': json({}) };
  engines.push(await httpAnswers(answers, 'tcp'), await httpAnswers(answers, 'tcp'));
});

afterAll(async () => {
  for (const server of servers) server.close();
  await Promise.all(engines.map((engine) => engine.close()));
});

const live = () => ['--target', liveHost()];

/** The way to one of the engines that are none. */
const engineUrl = (at: number) => endpointUrl(engines[at]?.endpoint ?? { kind: 'unix', socketPath: '/nowhere' });

/** A run on a cluster of a configuration, of as many of these engines. */
function onCluster(name: string, hosts: number, more: string): readonly string[] {
  const all = [0, 1].slice(0, hosts).map((at) => `{ endpoint: '${engineUrl(at)}', address: 192.0.2.${at + 1} }`);
  return ['run', '-t', name, '--config', file(`${name}.yaml`, `targets: { ${name}: { hosts: [${all}], ${more} } }`)];
}

const CASES: readonly BadInput[] = [
  { what: 'an unknown command', args: () => ['rnu'], says: /unknown command 'rnu'/ },
  { what: 'an unknown flag', args: () => ['run', '--frobnicate'], says: /unknown option '--frobnicate'/ },
  { what: 'a flag without its value', args: () => ['run', '--only'], says: /--only/ },
  { what: 'an argument too many', args: () => ['run', 'everything'], says: /too many arguments|everything/ },
  { what: 'an unknown target form', args: () => ['run', '-t', 'ftp://example'], says: /ftp:\/\/example/ },
  { what: 'a target that is a word', args: () => ['run', '-t', 'staging'], says: /staging/ },
  { what: 'a relative socket', args: () => ['run', '-t', 'unix://docker.sock'], says: /not absolute: "docker\.sock"/ },
  { what: 'a port out of range', args: () => ['run', '-t', 'tcp://127.0.0.1:70000'], says: /70000/ },
  { what: 'a version that the lab has not', args: () => ['run', '-t', 'podman@5.8.7'], says: /no "podman@5\.8\.7"/ },
  { what: 'a cluster of one', args: () => ['run', '-t', 'cluster:docker@28.5.2,+swarm'], says: /cluster of one host/ },
  { what: 'a cluster of nothing', args: () => ['run', '-t', 'cluster:+swarm'], says: /cluster without an engine/ },
  { what: 'a cluster that nothing joins', args: () => ['run', '-t', 'cluster:docker@28.5.2'], says: /nothing joins/ },
  {
    what: 'a cluster in which one engine is unknown',
    args: () => ['run', '-t', 'cluster:docker@28.5.2,podman@6.0.0+swarm'],
    says: /no "podman@6\.0\.0"/,
  },
  { what: 'a configured cluster of one', args: () => onCluster('one', 1, ''), says: /\.hosts: .*fewer than 2/ },
  {
    what: 'a store that does not answer',
    args: () => onCluster('storeless', 2, `store: { kind: etcd, address: '127.0.0.1:${closedPort}' }`),
    says: /the store of storeless does not answer: etcd at .*ECONNREFUSED/,
  },
  {
    what: 'a store of another kind',
    args: () => onCluster('other', 2, `store: { kind: consul, address: '${new URL(urls.html).host}' }`),
    says: /the store of other does not answer: consul at .*what answers there is none/,
  },
  {
    what: 'a manager that is none',
    args: () => onCluster('unmanaged', 2, `swarmManagers: ['${engineUrl(0)}']`),
    says: /no manager of Standalone Swarm \(unmanaged\): its version is "20\.10\.24"/,
  },
  {
    what: 'a manager that does not answer',
    args: () => onCluster('dead', 2, `swarmManagers: ['tcp://127.0.0.1:${closedPort}']`),
    says: /no swarm manager answers at/,
  },
  {
    what: 'a certificate without its key',
    args: () => ['run', '-t', 'tcp://127.0.0.1:2376', '--tls-cert', file('half.pem', 'x')],
    says: /certificate is given without its key/,
  },
  {
    what: 'a key without its certificate, in a configuration',
    args: () => {
      const text = `targets: { half: { endpoint: 'tcp://127.0.0.1:2376', tls: { key: ${file('half-key.pem', 'x')} } } }`;
      return ['run', '-t', 'half', '--config', file('half.yaml', text)];
    },
    says: /key is given without its certificate/,
  },
  {
    what: 'TLS by the environment without its files',
    args: () => ['run'],
    env: { DOCKER_HOST: 'tcp://127.0.0.1:2376', DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/nowhere' },
    says: /\/nowhere\/ca\.pem/,
  },
  {
    what: 'a slip in the name of an engine',
    args: () => ['run', '-t', 'dokcer@20.10.24'],
    says: /no engine "dokcer@20/,
  },
  { what: 'a plan for an engine of which nothing is known', args: () => ['plan', '-t', 'image:x'], says: /image:x/ },
  {
    what: 'an engine of the lab without an outer one',
    args: () => ['run', '-t', 'docker@20.10.24'],
    env: { DOCKER_HOST: 'unix:///nowhere.sock' },
    says: /no outer engine/,
  },
  {
    what: 'an outer engine on another machine',
    args: () => ['run', '-t', 'docker@20.10.24'],
    env: { DOCKER_HOST: 'tcp://192.0.2.1:2375' },
    says: /needs a container engine on this machine/,
  },
  { what: 'a host of the lab that does not stand', args: () => ['lab', 'down', 'nosuch'], says: /the name "nosuch"/ },
  { what: 'an unknown context', args: () => ['run', '-t', 'context:nowhere'], says: /nowhere/ },
  { what: 'one target twice', args: () => ['run', ...live(), ...live()], says: /twice|already|duplicate/i },
  { what: 'a socket that is not there', args: () => ['run', '-t', 'unix:///nowhere/docker.sock'], says: /nowhere/ },
  {
    what: 'a port where nobody listens',
    args: () => ['run', '-t', `tcp://127.0.0.1:${closedPort}`],
    says: /ECONNREFUSED/,
  },
  { what: 'a server that never answers', args: () => ['run', '-t', urls.silent], says: /within 5000 ms/ },
  { what: 'a web server', args: () => ['run', '-t', urls.html], says: /no container engine/ },
  { what: 'a JSON server that is no engine', args: () => ['run', '-t', urls.web], says: /no container engine/ },
  { what: 'a server that closes', args: () => ['run', '-t', urls.closing], says: /no engine answers/ },
  {
    what: 'a server that redirects',
    args: () => ['run', '-t', urls.other],
    says: /no engine answers|no container engine/,
  },
  { what: 'TLS to an engine that speaks none', args: () => tls(urls.silent), says: /127\.0\.0\.1/ },
  {
    what: 'a certificate file that is missing',
    args: () => ['run', '-t', 'tcp://127.0.0.1:2376', '--tls-ca', '/nowhere/ca.pem'],
    says: /\/nowhere\/ca\.pem/,
  },
  {
    what: 'a certificate that is none',
    args: () => [
      'run',
      '-t',
      'tcp://127.0.0.1:2376',
      '--tls-cert',
      file('c.pem', 'x'),
      '--tls-key',
      file('k.pem', 'x'),
    ],
    says: /c\.pem|k\.pem/,
  },
  {
    what: 'TLS flags for a socket',
    args: () => ['run', '-t', 'unix:///run/x.sock', '--tls-ca', file('ca.pem', 'x')],
    says: /--tls-ca/,
  },
  { what: '--bootstrap and --target', args: () => ['run', '--bootstrap', ...live()], says: /contradict/ },
  {
    what: 'a claim glob that selects nothing',
    args: () => ['run', ...live(), '--only', 'network.bridg.*'],
    says: /network\.bridg\.\*/,
  },
  { what: 'a skip that selects nothing', args: () => ['run', ...live(), '--skip', 'nothing.*'], says: /nothing\.\*/ },
  {
    what: 'a selection that leaves nothing',
    args: () => ['run', ...live(), '--only', 'network.*', '--skip', 'network.*'],
    says: /empty/,
  },
  { what: 'an unknown level', args: () => ['run', ...live(), '--level', 'certain'], says: /certain/ },
  {
    what: 'an API version that is none',
    args: () => ['run', ...live(), '--api-version', 'latest'],
    says: /latest|version/,
  },
  { what: 'an API version above the range', args: () => ['run', ...live(), '--api-version', '9.99'], says: /9\.99/ },
  { what: 'an API version below the range', args: () => ['run', ...live(), '--api-version', '1.1'], says: /1\.1/ },
  { what: 'a repeat of nought', args: () => ['run', ...live(), '--repeat', '0'], says: /repeat/ },
  { what: 'an output folder that is a file', args: () => ['run', ...live(), '-o', file('taken', '')], says: /taken/ },
  {
    what: 'an output folder below a file',
    args: () => ['run', ...live(), '-o', join(file('file', ''), 'x')],
    says: /file/,
  },
  { what: 'a configuration that is missing', args: () => ['run', '--config', '/nowhere.yaml'], says: /nowhere\.yaml/ },
  {
    what: 'a configuration that is no YAML',
    args: () => ['run', '--config', file('bad.yaml', 'targets: [')],
    says: /line \d+|:\d+:\d+/,
  },
  {
    what: 'a configuration with an unknown key',
    args: () => ['run', '--config', file('k.yaml', 'tragets: {}')],
    says: /tragets/,
  },
  {
    what: 'a configuration with a wrong type',
    args: () => ['run', '--config', file('t.yaml', 'targets: {a: {endpoint: 5}}')],
    says: /targets\.a\.endpoint/,
  },
  {
    what: 'a probe image that is nowhere',
    args: () => ['run', ...live(), '--probe-image', 'nowhere/probe:1'],
    says: /nowhere\/probe:1/,
  },
  {
    what: 'a probe image that is no busybox',
    args: () => ['run', ...live(), '--probe-image', file('text', 'not a program')],
    says: /text/,
  },
  { what: 'a plan for nobody', args: () => ['plan', '-t', 'unix:///nowhere/docker.sock'], says: /nowhere/ },
  { what: 'a section that is none', args: () => ['claims', '--section', 'netwrok'], says: /netwrok/ },
  { what: 'a report that is missing', args: () => ['report', '/nowhere/report.json'], says: /nowhere/ },
  { what: 'a report that is cut', args: () => ['report', file('cut.json', '{"format": 1, "tool"')], says: /cut\.json/ },
  {
    what: 'a report of another tool',
    args: () => ['report', file('other.json', '{"results": []}')],
    says: /other\.json/,
  },
  {
    what: 'a report format that is none',
    args: () => ['report', file('r.json', '{}'), '--format', 'pdf'],
    says: /pdf/,
  },
];

function tls(url: string): readonly string[] {
  mkdirSync(join(folder, 'certs'), { recursive: true });
  return ['run', '-t', url.replace('tcp:', 'https:')];
}

test.concurrent.each(CASES)(
  '$what: one line, its mend, status 2',
  async ({ args, says, env }) => {
    const ended = await run(args(), env === undefined ? {} : { env });
    const [first = '', ...rest] = ended.stderr.trim().split('\n');
    expect({ status: ended.status, stdout: ended.stdout }).toEqual({ status: 2, stdout: '' });
    expect(first).toMatch(says);
    // The line itself, and at most its mend.
    expect(rest.length).toBeLessThanOrEqual(1);
    expect(ended.ms).toBeLessThan(15_000);
  },
  30_000,
);
