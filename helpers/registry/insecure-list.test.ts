import { isToldInsecure } from './insecure-list';

const ADDRESS = '10.93.7.5:5000';

test.each([
  ['by its address', { IndexConfigs: { [ADDRESS]: { Secure: false } } }],
  ['by a subnet', { InsecureRegistryCIDRs: ['127.0.0.0/8', '10.93.7.0/24'] }],
])('an engine is told of a registry %s', (_how, config) => {
  expect(isToldInsecure(config, ADDRESS)).toBe(true);
});

test.each([
  ['nothing', undefined],
  ['no list', {}],
  ['an empty list', { IndexConfigs: {}, InsecureRegistryCIDRs: [] }],
  ['another registry', { IndexConfigs: { '10.93.7.6:5000': { Secure: false } } }],
  ['the same one as secure', { IndexConfigs: { [ADDRESS]: { Secure: true } } }],
  ['other subnets', { InsecureRegistryCIDRs: ['127.0.0.0/8', '::1/128'] }],
])('an engine that shows %s is not told of it', (_what, config) => {
  expect(isToldInsecure(config, ADDRESS)).toBe(false);
});

test('a registry that is named by its host is in no subnet', () => {
  expect(isToldInsecure({ InsecureRegistryCIDRs: ['0.0.0.0/1'] }, 'registry.example:5000')).toBe(false);
});

test.each(['10.93.7.0', '10.93.7.0/x', '10.93.7.0/99', 'nonsense'])('%s is no subnet', (subnet) => {
  expect(isToldInsecure({ InsecureRegistryCIDRs: [subnet] }, ADDRESS)).toBe(false);
});
