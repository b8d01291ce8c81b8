import { claim } from '../../helpers/claims/claim';
import { answers, drop, set } from '../../helpers/faults/vocabulary';

/** Lines 91 to 96. */
const OPTIONS = {
  'com.docker.network.bridge.default_bridge': 'true',
  'com.docker.network.bridge.enable_icc': 'true',
  'com.docker.network.bridge.enable_ip_masquerade': 'true',
  'com.docker.network.bridge.host_binding_ipv4': '0.0.0.0',
  'com.docker.network.bridge.name': 'docker0',
  'com.docker.network.driver.mtu': '1500',
};

export default claim({
  id: 'network.default.options',
  level: 'stated',
  lines: [[90, 97]],
  statement:
    'The default bridge shows six options: it is the default, its containers may talk to each other and are masqueraded, ' +
    'ports are bound on all addresses, its device is docker0 and its MTU 1500.',
  fault: 'an option is missing from the inspect output, or has another value',
  changes: [
    {
      vendor: 'podman',
      engine: '>=4.3.1',
      why: 'networks have no com.docker.network options',
      reference: 'measured on 4.3.1, 5.4.2 and 5.8.6',
    },
  ],
  faults: [
    {
      what: 'an option is left out',
      plant: answers('GET /networks/*', drop(['Options', 'com.docker.network.bridge.enable_icc'])),
      expect: /enable_icc/,
    },
    {
      what: 'an option has another value',
      plant: answers('GET /networks/*', set(['Options', 'com.docker.network.driver.mtu'], '9000')),
      expect: /mtu/,
    },
    {
      what: 'an option is a truth value',
      plant: answers('GET /networks/*', set(['Options', 'com.docker.network.bridge.default_bridge'], true)),
      expect: /default_bridge/,
    },
  ],
  async body({ engine, verify }) {
    const { Options } = await engine.network('bridge');
    for (const [name, value] of Object.entries(OPTIONS)) verify.equal(Options?.[name], value, `the option ${name}`);
  },
});
