import { claim } from '../../helpers/claims/claim';
import { answers, set } from '../../helpers/faults/vocabulary';

export default claim({
  id: 'network.default.docker0',
  level: 'stated',
  lines: [
    [56, 56],
    [95, 95],
  ],
  statement: 'The device of the default bridge is docker0.',
  fault: 'the default bridge names another device, or none',
  changes: [
    {
      vendor: 'podman',
      engine: '>=4.3.1',
      why: 'networks have no com.docker.network options; the device is podman0',
      reference: 'measured on 4.3.1, 5.4.2 and 5.8.6',
    },
  ],
  faults: [
    {
      what: 'another device is named',
      plant: answers('GET /networks/*', set(['Options', 'com.docker.network.bridge.name'], 'br0')),
      expect: /the device/,
    },
    { what: 'no options are shown', plant: answers('GET /networks/*', set('Options', null)), expect: /the device/ },
  ],
  async body({ engine, verify }) {
    const { Options } = await engine.network('bridge');
    verify.equal(Options?.['com.docker.network.bridge.name'], 'docker0', 'the device of the default bridge');
  },
});
