import { claim } from '../../helpers/claims/claim';
import { answers, drop, mishears, set } from '../../helpers/faults/vocabulary';
import { EXPOSED, onDefaultBridge } from '../network/fixtures/default-bridge';

export default claim({
  id: 'volume.publish-all',
  level: 'stated',
  lines: [[309, 309]],
  statement:
    'A container run with `-P` has each of its exposed ports, and no other, published on a host port of its own.',
  fault: 'the engine publishes no port, only the first one, or both on the same host port',
  sharesWith: 'network',
  faults: [
    {
      what: 'nothing is published',
      plant: mishears('POST /containers/create', drop('HostConfig.PublishAllPorts')),
      expect: /host ports|ports in/,
    },
    {
      what: 'only the first is published',
      plant: answers('GET /containers/*/json', set('NetworkSettings.Ports.8081/tcp', null)),
      expect: /host ports/,
    },
    {
      what: 'both are published on one port',
      plant: answers('GET /containers/*/json', set('NetworkSettings.Ports.*.*.HostPort', '32768')),
      expect: /host port of the second/,
    },
    {
      what: 'another port is published besides',
      plant: mishears('POST /containers/create', set('ExposedPorts', { '8080/tcp': {}, '8081/tcp': {}, '9/tcp': {} })),
      expect: /ports in NetworkSettings/,
    },
  ],
  async body({ engine, use, verify }) {
    const container = await use(onDefaultBridge);
    const ports = (await engine.inspect(container)).NetworkSettings?.Ports ?? {};
    verify.equal(Object.keys(ports).sort(), EXPOSED, 'ports in NetworkSettings.Ports');
    const published = EXPOSED.map((port) => Number(ports[port]?.[0]?.HostPort));
    const inRange = published.every((port) => Number.isInteger(port) && port >= 1 && port <= 65_535);
    verify.that(inRange, 'host ports', 'numbers from 1 to 65535', ports);
    verify.differs(published[1], published[0], 'host port of the second');
  },
});
