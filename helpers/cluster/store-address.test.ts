import { storeOf, storeUrl } from './store-address';

test.each([
  ['consul://10.111.222.35:8500', 'consul', '10.111.222.35:8500'],
  ['etcd://10.0.0.7:2379/path', 'etcd', '10.0.0.7:2379'],
  ['zk://10.0.0.7:2181,10.0.0.8:2181/docker', 'zookeeper', '10.0.0.7:2181'],
])('%s is a store', (url, kind, address) => {
  expect(storeOf(url)).toEqual({ kind, address, reachedAt: address });
});

test.each(['', 'nodes://10.0.0.1:2375', 'consul://', 'consul'])('%j is none', (url) => {
  expect(storeOf(url)).toBeUndefined();
});

test('a store is written as the daemon takes it', () => {
  expect(storeUrl('zookeeper', '10.0.0.7:2181')).toBe('zk://10.0.0.7:2181');
});
