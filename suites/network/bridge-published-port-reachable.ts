import { claim } from '../../helpers/claims/claim';
import { host, httpFromHost } from '../../helpers/claims/needs';
import { answers, mishears, set } from '../../helpers/faults/vocabulary';
import { SERVE_PORT } from '../../helpers/probe/scripts';
import { onlyEndpointOf } from './endpoint';

export default claim({
  id: 'network.bridge.published-port-reachable',
  level: 'implied',
  lines: [[309, 309]],
  statement: 'A published port of a container answers on the host; one that is exposed and not published does not.',
  needs: [host, httpFromHost],
  fault: 'the host does not forward the published port, or it binds ports that nobody published',
  faults: [
    {
      what: 'nothing is published',
      plant: mishears('POST /containers/create', set('HostConfig.PortBindings', {})),
      expect: /the binding in inspect/,
    },
    {
      what: 'all exposed ports are published',
      plant: mishears('POST /containers/create', set('HostConfig.PublishAllPorts', true)),
      expect: /a binding of the port that is not published/,
    },
    {
      what: 'another port is shown than was bound',
      plant: answers('GET /containers/*/json', set('NetworkSettings.Ports.8080/tcp.*.HostPort', '9')),
      expect: /the published port on the host/,
    },
  ],
  async body(tools) {
    const { engine, host: ofEngine, make, verify } = tools;
    const unpublished = await ofEngine.freePort();
    const container = await make.container({
      process: ['sh', '-c', `/probe/serve ${unpublished} & exec /probe/serve`],
      publish: { [`${SERVE_PORT}/tcp`]: {} },
      expose: [`${unpublished}/tcp`],
    });
    const { NetworkSettings, Config } = await engine.inspect(container);
    const binding = verify.present(NetworkSettings?.Ports?.[`${SERVE_PORT}/tcp`]?.[0], 'the binding in inspect');
    verify.matches(binding.HostPort, /^[1-9]\d{0,4}$/, 'the port on the host');
    verify.absent(NetworkSettings?.Ports?.[`${unpublished}/tcp`], 'a binding of the port that is not published');
    const { IPAddress } = await onlyEndpointOf(tools, container);
    const doors = [
      ['the published port on the host', '127.0.0.1', Number(binding.HostPort)],
      ["the other port at the container's address", IPAddress, unpublished],
    ] as const;
    for (const [what, address, port] of doors) {
      await verify.eventually(
        what,
        () => ofEngine.get(address, port, '/name'),
        // Podman 3 and 4 end the file with the host name, which is what is served, without a new line.
        (answer) => answer.trim() === Config?.Hostname,
        { withinMs: 5_000, expected: `the container's answer, ${Config?.Hostname}` },
      );
    }
    const refusal = await ofEngine.get('127.0.0.1', unpublished, '/name');
    verify.equal(refusal, 'ECONNREFUSED', 'the port that is not published, on the host');
  },
});
