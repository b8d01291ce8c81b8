import { ensurePackages, missingOf, REQUIREMENTS } from './packages';

test('Where nothing is missing nothing is done or said.', async () => {
  const log: string[] = [];
  await ensurePackages((line) => log.push(line), [{ package: 'a', present: async () => true }]);
  expect(log).toEqual([]);
});

test('What is missing is found by what a package brings.', async () => {
  const requirements = [
    { package: 'a', present: async () => false },
    { package: 'b', present: async () => true },
    { package: 'c', present: async () => false, optional: true },
  ];
  expect((await missingOf(requirements)).map((each) => each.package)).toEqual(['a', 'c']);
});

test('An engine, a static busybox and the tools to take away its network are needed.', () => {
  const needed = REQUIREMENTS.filter((requirement) => requirement.optional !== true);
  expect(needed.map((each) => each.package)).toEqual(['docker.io', 'busybox-static', 'iptables', 'iproute2']);
});
