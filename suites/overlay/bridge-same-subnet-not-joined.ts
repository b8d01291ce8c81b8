import { claim } from '../../helpers/claims/claim';
import { hosts2 } from '../../helpers/claims/needs';
import { addressIn } from '../../helpers/run/subnets';
import { addressOf, verifyReached, verifyUnreached } from './across';
import { ONE_ADDRESS, PINGS_ANSWERED, PINGS_LOST } from './faults';

export default claim({
  id: 'overlay.bridge-same-subnet-not-joined',
  level: 'stated',
  lines: [[518, 541]],
  statement:
    'Two bridge networks of one subnet on two hosts stay two networks: addresses occur twice and no traffic passes.',
  needs: [hosts2],
  fault: 'hosts share the addresses of bridge networks of one name, or carry traffic between them',
  faults: [PINGS_ANSWERED, PINGS_LOST, ONE_ADDRESS],
  async body({ cluster, verify }) {
    const [here, there] = cluster.pair;
    const subnet = here.make.subnet();
    const body = here.make.networkBody({ subnet });
    const options = { network: body.Name, process: 'serve' } as const;
    for (const { name, engine } of [here, there]) {
      verify.accepted(await engine.post('/networks/create', { body }), `the bridge network on ${name}`, 201);
    }
    const first = { host: here, container: await here.make.container(options) };
    const twin = { host: there, container: await there.make.container(options) };
    const second = { host: there, container: await there.make.container(options) };
    const addresses = await Promise.all([first, twin, second].map((each) => addressOf(verify, each, body.Name)));
    verify.equal(
      addresses,
      [2, 2, 3].map((number) => addressIn(subnet, number)),
      'the addresses on both hosts',
    );
    const alone = addressIn(subnet, 3);
    await verifyReached(verify, `${alone} on its own host`, twin, alone);
    await verifyUnreached(verify, `${alone} from the other host`, first, alone);
  },
});
