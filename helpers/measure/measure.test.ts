import { body, type HttpAnswers, json, multiplexed } from '../fixtures/http-answers';
import { idOf, RUN, sessionsOfTests } from '../fixtures/session-on';
import { measureTimes } from './measure';

const PING = `PING 10.1.0.3 (10.1.0.3): 56 data bytes
64 bytes from 10.1.0.3: seq=0 ttl=64 time=0.083 ms

--- 10.1.0.3 ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
`;

/** Answers as an engine on which all goes well. */
function answerTimed(server: HttpAnswers): HttpAnswers {
  const lifecycle = (status: number) => body('', status);
  const networks = () =>
    server.asked
      .filter(({ url }) => url.endsWith('/networks/create'))
      .map(({ body: sent }) => [JSON.parse(sent).Name, { IPAddress: '10.1.0.3' }]);
  return server
    .on('GET /_ping', body('OK'))
    .on('POST /containers/*', (response, asked) =>
      (asked.url.endsWith('/exec') ? json({ Id: idOf(7) }, 201) : lifecycle(204))(response, asked),
    )
    .on('POST /exec/*', body(multiplexed([[1, PING]]), 200, 'application/vnd.docker.raw-stream'))
    .on('GET /exec/*', json({ ExitCode: 0 }))
    .on('GET /containers/*', (response, asked) =>
      json({ NetworkSettings: { Networks: Object.fromEntries(networks()) } })(response, asked),
    );
}

describe('the times of an engine', () => {
  const opened = sessionsOfTests();
  const open = () => {
    const { server, open: openSession } = opened();
    answerTimed(server);
    return { server, session: openSession() };
  };
  const signal = new AbortController().signal;

  it('are as many as was asked for, of each operation that it takes', async () => {
    const { session } = open();
    const { timings, findings } = await measureTimes([{ session }], 3, signal);
    expect(findings).toEqual([]);
    expect(timings.map(({ operation, samples }) => [operation, samples.length])).toEqual(
      [
        ...['ping', 'create', 'start', 'exec', 'stop', 'remove'],
        ...['network-create', 'network-remove', 'volume-create', 'volume-remove', 'round-trip-bridge'],
      ].map((operation) => [operation, 3]),
    );
    expect(timings.at(-1)?.samples).toEqual([0.083, 0.083, 0.083]);
  });

  it('are of things that carry the label of the run, and that are removed again', async () => {
    const { server, session } = open();
    await measureTimes([{ session }], 1, signal);
    const made = server.asked.filter(({ url }) => /\/(?:containers|networks)\/create/.test(url));
    expect(made).toHaveLength(2 + 2 + 1 + 2);
    for (const { body: sent } of made)
      expect(JSON.parse(sent).Labels).toMatchObject({ 'io.engine-conformance.run': RUN });
    const gone = server.calls('DELETE /containers/').map((call) => call.split('/').at(-1));
    expect(new Set(gone).size).toBe(4);
    expect(new Set(server.calls('DELETE /networks/')).size).toBe(3);
  });

  it('are left out where it refuses an operation, with a finding that says so', async () => {
    const { server, session } = open();
    server.on('POST /volumes/create', body('no volumes here', 500));
    const { timings, findings } = await measureTimes([{ session }], 2, signal);
    const operations = timings.map(({ operation }) => operation);
    expect(operations).toHaveLength(9);
    expect(operations).not.toContain('volume-create');
    expect(operations).not.toContain('volume-remove');
    expect(findings.map(({ kind, severity, details }) => [kind, severity, details.length])).toEqual([
      ['not-timed', 'notice', 1],
    ]);
    expect(findings[0]?.details[0]).toMatch(/^volume-create: .* answered 500: no volumes here/);
  });

  it('are none of round trips where no ping comes back', async () => {
    const { server, session } = open();
    const lost = PING.replace(/64 bytes.*\n/, '').replace('1 packets received, 0%', '0 packets received, 100%');
    let pings = 0;
    server.on('POST /exec/*', (response, asked) => {
      pings += 1;
      // The first is `true`, the second the ping by which the pair is found to reach each other.
      body(multiplexed([[1, pings <= 2 ? PING : lost]]))(response, asked);
    });
    const { timings, findings } = await measureTimes([{ session }], 1, signal);
    expect(timings.map(({ operation }) => operation)).not.toContain('round-trip-bridge');
    expect(findings[0]?.details).toEqual(['round-trip-bridge: no reply from 10.1.0.3']);
  });

  it('are none where the run was interrupted', async () => {
    const { session } = open();
    expect(await measureTimes([{ session }], 3, AbortSignal.abort())).toEqual({ timings: [], findings: [] });
  });
});
