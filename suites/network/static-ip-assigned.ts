import { claim } from '../../helpers/claims/claim';
import { addresses, parseAddresses } from '../../helpers/probe/commands';
import { addressIn } from '../../helpers/run/subnets';

export default claim({
  id: 'network.static-ip.assigned',
  level: 'stated',
  lines: [[207, 209]],
  statement: 'A container run with `--ip` has exactly that address, in its inspect output and inside the container.',
  fault: 'the engine ignores IPAMConfig.IPv4Address and hands out the next free address',
  async body({ engine, make, verify }) {
    const network = await make.network({ subnet: true });
    const address = addressIn(network.subnet ?? '', 22);
    const container = await make.container({
      network: network.name,
      endpoint: { IPAMConfig: { IPv4Address: address } },
    });
    const inspect = await engine.inspect(container);
    const endpoint = verify.present(inspect.NetworkSettings?.Networks?.[network.name], 'the endpoint in inspect');
    verify.equal(endpoint.IPAMConfig?.IPv4Address, address, 'IPAMConfig.IPv4Address');
    verify.equal(endpoint.IPAddress, address, 'IPAddress');
    const { stdout } = await engine.exec(container, addresses());
    verify.contains(
      parseAddresses(stdout).map((each) => each.address),
      address,
      'the addresses inside the container',
    );
  },
});
