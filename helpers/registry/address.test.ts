import { isLoopback, registryEndpoint } from './address';

test('a registry is reached at its port, or at that of its scheme', () => {
  expect(registryEndpoint('10.0.0.7:5000', 'http')).toEqual({ kind: 'tcp', host: '10.0.0.7', port: 5000 });
  expect(registryEndpoint('[::1]:5000', 'http')).toEqual({ kind: 'tcp', host: '::1', port: 5000 });
  expect(registryEndpoint('registry.example', 'http').port).toBe(80);
  expect(registryEndpoint('registry.example', 'https')).toMatchObject({ port: 443, tls: { verify: false } });
});

test.each([
  ['127.0.0.1:5000', true],
  ['127.255.0.9:5000', true],
  ['localhost:5000', true],
  ['128.0.0.1:5000', false],
  ['10.0.0.7:5000', false],
  ['[::1]:5000', false],
])('%s is on the loopback: %s', (address, is) => {
  expect(isLoopback(address)).toBe(is);
});
