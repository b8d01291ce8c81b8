import { claim } from '../../helpers/claims/claim';

export default claim({
  id: 'network.default.docker0',
  level: 'stated',
  lines: [
    [56, 56],
    [95, 95],
  ],
  statement: 'The device of the default bridge is docker0.',
  fault: 'the default bridge names another device, or none',
  async body({ engine, verify }) {
    const { Options } = await engine.network('bridge');
    verify.equal(Options?.['com.docker.network.bridge.name'], 'docker0', 'the device of the default bridge');
  },
});
