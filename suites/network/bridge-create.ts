import { claim } from '../../helpers/claims/claim';
import { objectOf } from '../../helpers/engine/engine';
import { answers, drop, madeUpId, set, swallows } from '../../helpers/faults/vocabulary';
import { overlaps, parseRange } from '../../helpers/run/subnets';
import { createdBridge } from './fixtures/empty-bridge';

export default claim({
  id: 'network.bridge.create',
  level: 'stated',
  lines: [[109, 115]],
  statement: 'A bridge network can be created: its scope is local, its driver bridge, and its subnet is its own.',
  fault: 'the engine makes the network without a subnet, or with one that another of its networks has',
  faults: [
    {
      what: 'it has no subnet',
      plant: answers('GET /networks', drop('*.IPAM.Config.*.Subnet')),
      expect: /an IPv4 subnet/,
    },
    {
      what: 'all networks have one subnet',
      plant: answers('GET /networks', set('*.IPAM.Config.*.Subnet', '10.1.0.0/16')),
      expect: /that overlap/,
    },
    { what: 'its scope is global', plant: answers('GET /networks', set('*.Scope', 'global')), expect: /Scope/ },
    { what: 'another driver makes it', plant: answers('GET /networks', set('*.Driver', 'overlay')), expect: /Driver/ },
    { what: 'it is not listed', plant: answers('GET /networks', drop('*')), expect: /the network in the list/ },
    {
      what: 'nothing is made',
      plant: swallows('POST /networks/create', 201, () => ({ Id: madeUpId(), Warning: '' })),
      expect: /the network in the list/,
    },
  ],
  async body({ engine, use, verify }) {
    const { name, answer } = await use(createdBridge);
    const { Id } = objectOf(verify.accepted(answer, 'creating', 201));
    verify.matches(Id, /^[0-9a-f]{64}$/, 'the id answered');
    const networks = await engine.networks();
    const network = verify.present(
      networks.find((each) => each.Id === Id),
      'the network in the list',
    );
    verify.equal(network.Name, name, 'Name');
    verify.equal(network.Scope, 'local', 'Scope');
    verify.equal(network.Driver, 'bridge', 'Driver');
    const text = network.IPAM?.Config?.[0]?.Subnet;
    const subnet = verify.present(parseRange(text ?? ''), 'an IPv4 subnet in IPAM');
    for (const other of networks.filter((each) => each.Id !== Id)) {
      const theirs = (other.IPAM?.Config ?? []).map((config) => config.Subnet ?? '');
      const shared = theirs.filter((each) => overlapping(parseRange(each)));
      verify.equal(shared, [], `subnets of ${other.Name} that overlap ${text}`);
    }

    function overlapping(range: ReturnType<typeof parseRange>): boolean {
      return range !== undefined && overlaps(range, subnet);
    }
  },
});
