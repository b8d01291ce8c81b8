import { claim } from '../../helpers/claims/claim';
import { dockerCli } from '../../helpers/claims/needs';
import { answers, drop, set } from '../../helpers/faults/vocabulary';
import { dockerCliEnvironment } from '../../helpers/target/docker-cli';

const FIELDS = ['Version', 'API version', 'Go version', 'Git commit', 'Built', 'OS/Arch'];

export default claim({
  id: 'engine.version.cli-shows-both',
  level: 'stated',
  lines: [[25, 40]],
  statement: '`docker version` prints a Client and a Server part with the same six fields.',
  needs: [dockerCli],
  changes: [
    {
      vendor: 'podman',
      engine: '>=3.0.1',
      why: "Distributions' builds leave GitCommit empty.",
      reference: 'measured on 3.0.1, 4.3.1, 5.4.2 and 5.8.6 of Debian',
    },
  ],
  fault: 'the engine answers /version without a field, and the client prints its line without a value or not at all',
  faults: [
    {
      what: 'a field has no value',
      plant: answers('GET /version', drop('GitCommit'), drop('Components.*.Details.GitCommit')),
      expect: /Git commit of the server/,
    },
    {
      what: 'another version is named',
      plant: answers('GET /version', set('Version', '0.1'), set('Components.*.Version', '0.1')),
      expect: /the Server part/,
    },
  ],
  async body({ run, facts, verify }) {
    const env = dockerCliEnvironment(facts.endpoint, facts.apiVersionAsked);
    const { exitCode, stdout } = await run('docker', ['version'], { env });
    verify.equal(exitCode, 0, 'the exit status of `docker version`');
    const [client = '', server = ''] = stdout.split(/^Server:/m);
    verify.matches(client, /^Client:/, 'the Client part');
    for (const field of FIELDS) {
      verify.matches(client, lineOf(field), `${field} of the client`);
      verify.matches(server, lineOf(field), `${field} of the server`);
    }
    verify.contains(server, facts.version, 'the Server part');
  },
});

/** The line of a field that has a value. */
function lineOf(field: string): RegExp {
  return new RegExp(`^ *${field}: +\\S`, 'm');
}
