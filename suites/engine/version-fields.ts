import { claim } from '../../helpers/claims/claim';
import { answers, drop, set } from '../../helpers/faults/vocabulary';

export default claim({
  id: 'engine.version.fields',
  level: 'stated',
  lines: [[34, 40]],
  statement: '`/version` names Version, ApiVersion, GoVersion, GitCommit, BuildTime, Os and Arch.',
  changes: [
    {
      vendor: 'podman',
      engine: '>=3.0.1',
      why: "Distributions' builds leave GitCommit empty.",
      reference: 'measured on 3.0.1, 4.3.1, 5.4.2 and 5.8.6 of Debian',
    },
  ],
  fault: 'the engine leaves a field out, sends it empty or writes a build time that is no time',
  faults: [
    { what: 'a field is left out', plant: answers('GET /version', drop('GitCommit')), expect: /GitCommit/ },
    {
      what: 'the time of the build is none',
      plant: answers('GET /version', set('BuildTime', 'yesterday')),
      expect: /BuildTime/,
    },
    { what: 'a field is empty', plant: answers('GET /version', set('Os', '')), expect: /^Os/ },
  ],
  async body({ engine, verify }) {
    const version = await engine.version();
    verify.matches(version.Version, /^\d+\.\d+/, 'Version');
    verify.matches(version.ApiVersion, /^\d+\.\d+$/, 'ApiVersion');
    verify.matches(version.GoVersion, /^(go|devel)/, 'GoVersion');
    const built = verify.present(version.BuildTime, 'BuildTime');
    verify.that(!Number.isNaN(Date.parse(built)), 'BuildTime', 'a time', built);
    verify.matches(version.Os, /^[a-z]+$/, 'Os');
    verify.matches(version.Arch, /^[a-z0-9]+$/, 'Arch');
    verify.matches(version.GitCommit, /\S/, 'GitCommit');
  },
});
