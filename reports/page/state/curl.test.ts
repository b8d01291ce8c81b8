import { DOCKER } from '../../fixtures/pieces';
import type { ReportTarget } from '../../report';
import { curlOf } from './curl';

const GET = { phase: 'body', method: 'GET', path: '/v1.23/info', status: 200, ms: 3 } as const;
const at = (endpoint: string): ReportTarget => ({ ...DOCKER, endpoint });

describe('the curl line of a call', () => {
  it.each([
    ['unix:///run/docker.sock', 'curl -sS --unix-socket /run/docker.sock http://localhost/v1.23/info'],
    ['tcp://10.0.0.7:2375', 'curl -sS http://10.0.0.7:2375/v1.23/info'],
    ['tcp://10.0.0.7:2376', 'curl -sS --cacert ca.pem --cert cert.pem --key key.pem https://10.0.0.7:2376/v1.23/info'],
    [
      'ssh://root@host',
      "ssh ssh://root@host 'curl -sS --unix-socket /var/run/docker.sock http://localhost/v1.23/info'",
    ],
  ])('of an engine at %s', (endpoint, line) => {
    expect(curlOf(at(endpoint), GET)).toBe(line);
  });

  it('sends the body, quoted for a shell', () => {
    const call = { ...GET, method: 'POST', path: '/v1.23/networks/create', request: { Name: "it's" } };
    expect(curlOf(at('tcp://h:1'), call)).toBe(
      "curl -sS -X POST -H 'Content-Type: application/json' -d '{\"Name\":\"it'\\''s\"}' http://h:1/v1.23/networks/create",
    );
  });

  it('quotes what an engine put into a path', () => {
    expect(curlOf(at('tcp://h:1'), { ...GET, path: '/$(reboot)' })).toBe("curl -sS 'http://h:1/$(reboot)'");
  });

  it('asks the host of a cluster that was asked', () => {
    const host = { name: 'host2', endpoint: 'tcp://h2:1', address: '10.0.0.2', vendor: 'docker' } as const;
    const cluster = {
      hosts: [{ ...host, version: '28', apiVersion: '1.51', minApiVersion: '1.24' }],
      mode: 'swarm',
      formed: true,
      store: null,
      swarmManagers: [],
      registry: null,
    } as const;
    expect(curlOf({ ...at('tcp://h1:1'), cluster }, { ...GET, host: 'host2' })).toBe('curl -sS http://h2:1/v1.23/info');
  });

  it('is none where curl does not reach', () => {
    expect(curlOf(at('npipe:////./pipe/docker_engine'), GET)).toBeUndefined();
  });
});
