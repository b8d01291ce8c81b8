/** What claims of this chapter need. */
import semver from 'semver';
import { engineSemver } from '../../helpers/claims/changes';
import { lab, type Need } from '../../helpers/claims/needs';

/** The target is reached over TCP, without TLS. */
export const plainTcp: Need = {
  name: 'plain-tcp',
  absent: ({ endpoint }) => {
    if (endpoint.kind !== 'tcp') return `the engine is reached over ${endpoint.kind}, not over TCP`;
    return endpoint.tls === undefined ? null : 'the engine is reached over TLS';
  },
};

/** The lab can start an engine as the target's that asks its clients for certificates. */
export const labWithTls: Need = {
  name: 'lab:tls',
  absent: (facts) => {
    const { vendor, version } = facts;
    // `podman system service --tls-client-ca`: containers/podman#24601; 5.4.2 lacks it, 5.8.6 has it (measured).
    const without = vendor === 'podman' && semver.lt(engineSemver(version) ?? '0.0.0', '5.7.0');
    return without ? `the API of Podman ${version} is served without TLS` : lab.absent(facts);
  },
};
