import { claim } from '../../helpers/claims/claim';
import { answers, isObject, set, without } from '../../helpers/faults/vocabulary';

/** Name and driver of each. */
const PREDEFINED = [
  ['bridge', 'bridge'],
  ['host', 'host'],
  ['none', 'null'],
] as const;

export default claim({
  id: 'network.default.three-networks',
  level: 'stated',
  lines: [[50, 56]],
  statement: 'The engine has the networks bridge, host and none, of the drivers bridge, host and null.',
  fault: 'the list of networks lacks one of the three, or shows it with another driver',
  changes: [
    {
      vendor: 'podman',
      engine: '>=4.3.1',
      why: 'host and none are modes, and no networks',
      reference: 'measured on 4.3.1, 5.4.2 and 5.8.6',
    },
  ],
  faults: [
    {
      what: 'host is left out',
      plant: answers(
        'GET /networks',
        without('', (network) => isObject(network) && network.Name === 'host'),
      ),
      expect: /the network host/,
    },
    {
      what: 'none has another driver',
      plant: answers(
        'GET /networks',
        set('*.Driver', (driver) => (driver === 'null' ? 'none' : (driver ?? null))),
      ),
      expect: /the driver of none/,
    },
  ],
  async body({ engine, verify }) {
    const networks = await engine.networks();
    for (const [name, driver] of PREDEFINED) {
      const network = verify.present(
        networks.find((each) => each.Name === name),
        `the network ${name} in the list`,
      );
      verify.equal(network.Driver, driver, `the driver of ${name}`);
    }
  },
});
