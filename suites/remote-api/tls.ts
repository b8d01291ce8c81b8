/** An engine with `--tlsverify`, and who gets in. */
import { claim } from '../../helpers/claims/claim';
import type { ClaimTools } from '../../helpers/claims/tools';
import { accepts } from '../../helpers/faults/vocabulary';
import { ask, gotIn, seen } from './attempt';
import { letsIn, SHOWS_ANOTHER, TRUSTS_ANOTHER, WITHOUT_TLS } from './faults';
import { type Client, type TlsEngine, tlsEngine } from './fixtures/tls-engine';
import { labWithTls } from './needs';

const LINES = [[666, 674]] as const;

export default [
  claim({
    id: 'remote-api.tls.accepts-client-cert',
    level: 'stated',
    lines: LINES,
    statement: 'With `--tlsverify` the engine lets in a client whose certificate its CA has signed.',
    needs: [labWithTls],
    fault: 'the engine refuses the certificates of its own authority',
    faults: [TRUSTS_ANOTHER, SHOWS_ANOTHER, WITHOUT_TLS],
    async body(tools) {
      await assertRightGetsIn(tools, await tools.use(tlsEngine));
    },
  }),
  claim({
    id: 'remote-api.tls.refuses-no-cert',
    level: 'stated',
    lines: LINES,
    statement: 'With `--tlsverify` the engine refuses a client without a certificate.',
    needs: [labWithTls],
    fault: 'the engine encrypts, and lets everyone in',
    faults: [letsIn(/whose certificate is: none/), TRUSTS_ANOTHER],
    body: (tools) => assertRefused(tools, 'none'),
  }),
  claim({
    id: 'remote-api.tls.refuses-other-ca',
    level: 'stated',
    lines: LINES,
    statement: 'With `--tlsverify` the engine refuses a client whose certificate is of another CA or has expired.',
    needs: [labWithTls],
    fault: 'the engine takes any certificate, or does not look at its dates',
    faults: [letsIn(/whose certificate is: of another authority/), TRUSTS_ANOTHER],
    async body(tools) {
      await assertRefused(tools, 'of another authority');
      await assertRefused(tools, 'expired');
    },
  }),
  claim({
    id: 'remote-api.tls.refuses-server-cert',
    level: 'implied',
    lines: LINES,
    statement: 'With `--tlsverify` the engine refuses a client whose certificate is good for servers alone.',
    needs: [labWithTls],
    fault: 'the engine lets in whoever has the certificate of some server of the same CA',
    faults: [letsIn(/whose certificate is: good for servers alone/), TRUSTS_ANOTHER],
    body: (tools) => assertRefused(tools, 'good for servers alone'),
  }),
  claim({
    id: 'remote-api.tls.refuses-plain-http',
    level: 'implied',
    lines: LINES,
    statement: 'A request in plain HTTP on the TLS port of the engine is not served.',
    needs: [labWithTls],
    fault: 'the engine answers plain HTTP on the same port',
    faults: [
      {
        what: 'it serves plain HTTP beside',
        plant: accepts('GET /version', 200, { ApiVersion: '1.23' }),
        expect: /what plain HTTP gets/,
      },
      WITHOUT_TLS,
    ],
    async body(tools) {
      const { use, verify } = tools;
      const engine = await use(tlsEngine);
      await assertRightGetsIn(tools, engine);
      const attempt = await ask(tools, engine.plain, 'a client without TLS');
      // Servers written in Go answer 400 and say that TLS is wanted.
      const kept = 'refusal' in attempt || attempt.answer.status === 400;
      verify.that(kept && !gotIn(attempt), 'what plain HTTP gets', 'nothing, or a refusal (400)', seen(attempt));
    },
  }),
  claim({
    id: 'remote-api.tls.server-identity',
    level: 'implied',
    lines: LINES,
    statement: 'A client notices when the certificate of the server is for another name or of another CA.',
    needs: [labWithTls],
    fault: 'the engine shows another certificate than it was given, or a client does not look at it',
    faults: [SHOWS_ANOTHER],
    async body(tools) {
      const { use, verify } = tools;
      const engine = await use(tlsEngine);
      await assertRightGetsIn(tools, engine);
      const stranger = await ask(tools, engine.by('right', 'another'), 'a client that trusts another authority');
      verify.matches(seen(stranger), /not of a trusted authority/, 'what a client sees that trusts another authority');
      const named = await ask(tools, { ...engine.by('right'), host: 'localhost' }, 'a client that uses another name');
      verify.matches(seen(named), /for another name/, 'what a client sees that uses another name');
    },
  }),
];

async function assertRightGetsIn(tools: ClaimTools, engine: TlsEngine): Promise<void> {
  const attempt = await ask(tools, engine.by('right'), 'the right client');
  tools.verify.that(gotIn(attempt), 'the right client', 'let in', seen(attempt));
}

/** The refused one first, so that no connection is there that it might use; then the right one, at the same port. */
async function assertRefused(tools: ClaimTools, client: Client): Promise<void> {
  const engine = await tools.use(tlsEngine);
  const attempt = await ask(tools, engine.by(client), `a client: ${client}`);
  const what = `a client whose certificate is: ${client}`;
  // The engine says so, or hangs up: under TLS 1.3 its words may be lost when it closes.
  tools.verify.matches(seen(attempt), /refuses the certificate of this client|closed the connection/, what);
  await assertRightGetsIn(tools, engine);
}
