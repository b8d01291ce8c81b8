import { claim } from '../../helpers/claims/claim';
import { mishears, prints, set } from '../../helpers/faults/vocabulary';
import {
  addresses,
  interfaces,
  parseAddresses,
  parseInterfaces,
  parseRoutes,
  routes,
} from '../../helpers/probe/commands';
import { looks } from './looks';

export default claim({
  id: 'network.none.only-loopback',
  level: 'implied',
  lines: [[54, 54]],
  statement: 'A container on none has the loopback interface, and no other address or route.',
  fault: 'the engine puts the container on its default bridge, or gives it no loopback interface',
  faults: [
    {
      what: 'it is on the default bridge',
      plant: mishears('POST /containers/create', set('HostConfig.NetworkMode', 'bridge')),
      expect: /the interfaces that are up/,
    },
    {
      what: 'it has a way out',
      plant: prints(/ip route|'ip' 'route'/, (shown) =>
        shown.replace(/(\n=== exit 0\n)(?!.*=== exit)/s, '$1default via 172.17.0.1 dev eth0\n'),
      ),
      expect: /the routes/,
    },
  ],
  async body({ engine, make, verify }) {
    const container = await make.container({ network: 'none' });
    const [links, shown, ways] = await looks(engine, container, [interfaces(), addresses(), routes()]);
    // Some kernels give every network namespace tunnel devices, which are down.
    const up = parseInterfaces(links?.stdout ?? '').filter((each) => each.up);
    verify.equal(
      up.map((each) => each.interface),
      ['lo'],
      'the interfaces that are up',
    );
    verify.equal(
      parseAddresses(shown?.stdout ?? '').map((each) => each.address),
      ['127.0.0.1'],
      'the addresses',
    );
    verify.equal(parseRoutes(ways?.stdout ?? ''), [], 'the routes');
  },
});
