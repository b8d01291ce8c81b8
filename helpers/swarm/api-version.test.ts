import { swarmApiVersion } from './api-version';

test.each([
  ['1.23', '1.24'],
  ['1.9', '1.24'],
  ['1.24', '1.24'],
  ['1.51', '1.51'],
])('an engine that is asked at %s is asked of swarm mode at %s', (apiVersion, expected) => {
  expect(swarmApiVersion({ apiVersion })).toBe(expected);
});
