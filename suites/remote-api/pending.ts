/** Who gets in over TCP (the document's part 7, Q2): catalogued, not yet tried. */
import { pending } from '../../helpers/claims/claim';
import { host, type Need } from '../../helpers/claims/needs';

const tcp: Need = {
  name: 'tcp',
  absent: ({ endpoint }) => (endpoint.kind === 'tcp' ? null : 'the engine is not reached over TCP'),
};

export default pending('remote-api', [
  {
    id: 'remote-api.plain-is-open',
    level: 'stated',
    lines: [
      [407, 410],
      [657, 659],
    ],
    statement: 'An engine on plain TCP lets in whoever can connect, without asking who it is.',
    needs: [tcp],
  },
  {
    id: 'remote-api.bound-address',
    level: 'stated',
    lines: [[663, 663]],
    statement: 'An engine bound to one address answers there and on no other address of its host.',
    needs: [host],
  },
  {
    id: 'remote-api.firewall',
    level: 'stated',
    lines: [[664, 664]],
    statement: 'A source that the firewall does not allow gets no answer on the port of the engine.',
    needs: [host],
  },
  {
    id: 'remote-api.tls.accepts-client-cert',
    level: 'stated',
    lines: [[666, 674]],
    statement: 'With `--tlsverify` the engine lets in a client whose certificate its CA has signed.',
    needs: [host],
  },
  {
    id: 'remote-api.tls.refuses-no-cert',
    level: 'stated',
    lines: [[666, 674]],
    statement: 'With `--tlsverify` the engine refuses a client without a certificate.',
    needs: [host],
  },
  {
    id: 'remote-api.tls.refuses-other-ca',
    level: 'stated',
    lines: [[666, 674]],
    statement: 'With `--tlsverify` the engine refuses a client whose certificate is of another CA or has expired.',
    needs: [host],
  },
  {
    id: 'remote-api.tls.refuses-plain-http',
    level: 'implied',
    lines: [[666, 674]],
    statement: 'A request in plain HTTP on the TLS port of the engine is not served.',
    needs: [host],
  },
  {
    id: 'remote-api.tls.server-identity',
    level: 'implied',
    lines: [[666, 674]],
    statement: 'A client notices when the certificate of the server is for another name or of another CA.',
    needs: [host],
  },
]);
