import { claim } from '../../helpers/claims/claim';
import { alsoDoes, answers, drop, mishears, nth, rename, set } from '../../helpers/faults/vocabulary';
import { userBridge } from './fixtures/user-bridge';

/** Line 148, in its order. */
const FIELDS = [
  'IPAMConfig',
  'Links',
  'Aliases',
  'NetworkID',
  'EndpointID',
  'Gateway',
  'IPAddress',
  'IPPrefixLen',
  'IPv6Gateway',
  'GlobalIPv6Address',
  'GlobalIPv6PrefixLen',
  'MacAddress',
];

export default claim({
  id: 'network.bridge.run-on-it',
  level: 'stated',
  lines: [[144, 149]],
  statement: 'A container that is started with a network is on exactly that one, and its endpoint shows twelve fields.',
  fault: 'the container is on the default bridge too or instead, or the endpoint lacks a field',
  changes: [
    {
      vendor: 'podman',
      engine: '>=3.0.1',
      why: 'endpoints have no id, and before 5 the network id is its name',
      reference: 'measured on 3.0.1, 4.3.1, 5.4.2 and 5.8.6',
    },
  ],
  faults: [
    {
      what: 'it runs on the default bridge instead',
      plant: nth(
        2,
        mishears('POST /containers/create', set('HostConfig.NetworkMode', 'bridge'), drop('NetworkingConfig')),
      ),
      expect: /the networks of the container/,
    },
    {
      what: 'it is on the default bridge too',
      plant: alsoDoes('POST /containers/*/start', 'after', ({ path }) => [
        { method: 'POST', path: '/networks/bridge/connect', body: { Container: path.split('/')[2] } },
      ]),
      expect: /the networks of the container/,
    },
    {
      what: 'the endpoint lacks a field',
      plant: answers('GET /containers/*/json', drop('NetworkSettings.Networks.*.IPv6Gateway')),
      expect: /fields that the endpoint lacks/,
    },
    {
      what: 'a field has another name',
      plant: answers('GET /containers/*/json', rename('NetworkSettings.Networks.*.EndpointID', 'EndpointId')),
      expect: /fields that the endpoint lacks/,
    },
  ],
  async body({ engine, use, verify }) {
    const { network, second } = await use(userBridge);
    const { NetworkSettings } = await engine.inspect(second);
    const networks = verify.present(NetworkSettings?.Networks, 'NetworkSettings.Networks');
    verify.equal(Object.keys(networks), [network.name], 'the networks of the container');
    const endpoint = verify.present(networks[network.name], 'the endpoint');
    const missing = FIELDS.filter((field) => !Object.keys(endpoint).includes(field));
    verify.equal(missing, [], 'fields that the endpoint lacks');
    verify.equal(endpoint.NetworkID, network.id, 'NetworkID');
    verify.matches(endpoint.EndpointID, /^[0-9a-f]{64}$/, 'EndpointID');
    verify.matches(endpoint.IPAddress, /^\d{1,3}(\.\d{1,3}){3}$/, 'IPAddress');
  },
});
