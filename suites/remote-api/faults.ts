/** Engines of the lab that come up other than the claims about the way to them ask for. */
import { authority } from '../../helpers/certificates/authority';
import { type Fault, mishearsFlags, startsHosts } from '../../helpers/faults/vocabulary';
import { ENGINE_PORT } from '../../helpers/lab/engines';
import { TLS_FILES } from './fixtures/listening';

/** It encrypts, and asks nobody for a certificate. Docker does where `--tlsverify` is there and false, and not with `--tls` alone. */
const asksForNone = mishearsFlags((flag) => {
  if (flag.startsWith('--tls-client-ca=')) return undefined;
  return flag === '--tlsverify' ? '--tlsverify=false' : flag;
});

/** @param expect what the reason says of the client that should be refused */
export function letsIn(expect: RegExp): Fault {
  return { what: 'it asks nobody for a certificate', plant: asksForNone, expect };
}

const RIGHT = /^the right client: expected let in/;

export const TRUSTS_ANOTHER: Fault = {
  what: 'it trusts another authority than it was given',
  plant: mishearsFlags((flag) => flag.replace(TLS_FILES.ca, TLS_FILES.cert)),
  expect: RIGHT,
};

export const WITHOUT_TLS: Fault = {
  what: 'it listens without TLS',
  plant: startsHosts((asked) => {
    const { recipe, flags = [] } = asked;
    if (recipe.ready !== 'tls') return asked;
    const plain = flags[0] === 'dockerd' ? ['--tls=false'] : [];
    // The address of Podman's service is its last word.
    const [command = '', ...others] = flags.filter((flag) => !flag.startsWith('--tls'));
    return { ...asked, flags: [command, ...plain, ...others], recipe: { ...recipe, ready: '/_ping' } };
  }),
  expect: RIGHT,
};

export const SHOWS_ANOTHER: Fault = {
  what: 'it shows a certificate of another authority',
  plant: startsHosts(async (asked) => {
    const { files = {} } = asked;
    if (files[TLS_FILES.cert] === undefined) return asked;
    const other = await authority('engine-conformance');
    const { cert, key } = await other.issue('engine', { hosts: ['127.0.0.1'], purposes: ['server'] });
    return { ...asked, files: { ...files, [TLS_FILES.cert]: cert, [TLS_FILES.key]: key } };
  }),
  expect: RIGHT,
};

export const LISTENS_EVERYWHERE: Fault = {
  what: 'it listens on all addresses of its host',
  plant: mishearsFlags((flag) => flag.replace(/^(tcp:(?:\/\/)?)[\d.]+(?=:\d+$)/, '$10.0.0.0')),
  expect: /the other address of its host: expected refuses, observed answers/,
};

export const OPENS_ITS_PORT: Fault = {
  what: 'it opens its port before the rules of its host',
  plant: startsHosts((asked) => {
    const { recipe, flags = [] } = asked;
    if (!recipe.privileged) return asked;
    const opening = `iptables -w 5 -I INPUT -p tcp --dport ${ENGINE_PORT} -j ACCEPT && exec "$@"`;
    return { ...asked, flags: ['sh', '-c', opening, 'engine', ...flags] };
  }),
  expect: /from a host that is not allowed: expected silent, observed answers/,
};
