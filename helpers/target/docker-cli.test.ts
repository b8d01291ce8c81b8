import { programsOfTests } from '../fixtures/programs';
import { dockerCliEnvironment, probeDockerCli } from './docker-cli';
import type { Endpoint } from './target';

const UNIX: Endpoint = { kind: 'unix', socketPath: '/run/docker.sock' };

describe('the variables of the docker client', () => {
  test.each<[string, Endpoint]>([
    ['unix:///run/docker.sock', UNIX],
    ['tcp://engine:2375', { kind: 'tcp', host: 'engine', port: 2375 }],
    ['tcp://[2001:db8::1]:2375', { kind: 'tcp', host: '2001:db8::1', port: 2375 }],
    ['ssh://admin@engine:2222', { kind: 'ssh', destination: 'admin@engine', port: 2222 }],
    ['ssh://engine', { kind: 'ssh', destination: 'engine' }],
  ])('reach %s, and nothing of the user’s own settings is left in the way', (url, endpoint) => {
    expect(dockerCliEnvironment(endpoint, '1.23')).toEqual({
      DOCKER_HOST: url,
      DOCKER_API_VERSION: '1.23',
      DOCKER_CONTEXT: '',
      DOCKER_TLS_VERIFY: '',
      DOCKER_CERT_PATH: '',
    });
  });
});

describe('the docker client', () => {
  const programs = programsOfTests();
  const install = (script: string) => programs.install('docker', script);

  test('is usable where it talks to the engine at the version asked', async () => {
    install(
      '[ "$DOCKER_HOST $DOCKER_API_VERSION $1" = "unix:///run/docker.sock 1.23 version" ] && echo "20.10.24 1.11.1"',
    );
    expect(await probeDockerCli(UNIX, '1.23')).toEqual({ usable: true, path: 'docker', version: '20.10.24' });
    expect(await probeDockerCli(UNIX, '1.24')).toMatchObject({ usable: false });
    install('[ "$DOCKER_HOST" = "tcp://engine:2375" ]');
    expect(await probeDockerCli({ kind: 'tcp', host: 'engine', port: 2375 }, '1.23')).toMatchObject({ usable: true });
  });

  test('that is refused tells why in one bounded line', async () => {
    install('echo "client version 1.52 is too new" >&2; echo second >&2; exit 1');
    expect(await probeDockerCli(UNIX, '1.23')).toEqual({
      usable: false,
      reason: 'the docker client cannot talk to it: client version 1.52 is too new',
    });
    install(`printf '%0500d' 0 >&2; exit 1`);
    const capability = await probeDockerCli(UNIX, '1.23');
    expect(capability.usable ? '' : capability.reason).toMatch(/: 0{200}$/);
  });

  test('that is not there is missing', async () => {
    process.env.PATH = programs.folder();
    expect(await probeDockerCli(UNIX, '1.23')).toEqual({ usable: false, reason: 'no docker client on the PATH' });
  });

  test('that does not run is not usable', async () => {
    install('kill -KILL $$');
    expect(await probeDockerCli(UNIX, '1.23')).toMatchObject({
      usable: false,
      reason: expect.stringMatching(/^docker version: /),
    });
  });

  test('is not tried where there are certificates in files', async () => {
    install('exit 0');
    const tls: Endpoint = { kind: 'tcp', host: 'engine', port: 2376, tls: { verify: true } };
    expect(await probeDockerCli(tls, '1.23')).toMatchObject({
      usable: false,
      reason: expect.stringContaining('certificates'),
    });
  });
});
