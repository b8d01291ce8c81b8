import { claim } from '../../helpers/claims/claim';
import { clientAsOldAs } from '../../helpers/claims/needs';
import { RUN_LABEL, runOfName } from '../../helpers/run/identity';
import { dockerCliEnvironment } from '../../helpers/target/docker-cli';

export default claim({
  id: 'volume.rm.detached-conflict',
  level: 'stated',
  lines: [[333, 333]],
  statement: 'The client refuses `docker run` with both `--rm` and `-d`, and with `--rm` alone it runs the container.',
  needs: [clientAsOldAs('1.13.0')],
  changes: [
    {
      vendor: 'docker',
      engine: '>=1.13.0',
      why: 'since 1.13 it is not the client but the engine that removes, so that the client lets --rm go with -d',
      reference: 'release notes of Docker 1.13.0; measured with the clients 20.10.24 and 28.2.2 at API 1.23 to 1.41',
    },
    {
      vendor: 'podman',
      engine: '*',
      why: 'no client that talks to Podman is older than 1.13, since when the client lets --rm go with -d',
      reference: 'Podman accepts API 1.24 and newer; measured with the client 28.2.2',
    },
  ],
  fault: 'the client starts a container that nobody will remove',
  faults: { notPlantable: 'the client refuses by itself, before it calls an engine' },
  async body({ engine, facts, image, make, run, verify }) {
    const env = dockerCliEnvironment(facts.endpoint, facts.apiVersionAsked);
    const name = make.name();
    // By this label the runner finds the container that a client makes which does not refuse, and removes it.
    const common = ['run', '--net', 'none', '-m', '64m', '--label', `${RUN_LABEL}=${runOfName(name)}`, '--name', name];
    const docker = (...args: string[]) => run('docker', [...common, ...args], { env });
    const refused = await docker('--rm', '-d', image, 'true');
    verify.differs(refused.exitCode, 0, 'exit status of docker run --rm -d');
    verify.matches(refused.stderr, /conflicting options/i, 'what it says');
    verify.equal((await engine.get(`/containers/${name}/json`)).status, 404, 'status of the inspect of the container');
    const accepted = await docker('--rm', image, 'echo', 'ran');
    verify.equal([accepted.exitCode, accepted.stdout.trim()], [0, 'ran'], 'exit status and output of docker run --rm');
  },
});
