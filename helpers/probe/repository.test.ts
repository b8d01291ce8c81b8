import { contentVersion, preloadedReference, REPOSITORY, runReference } from './repository';

test('A run has a tag of its own.', () => {
  expect(runReference('r1a2b3')).toBe(`${REPOSITORY}:r1a2b3`);
});

test.each(['', 'a b', '-a', 'a/b', 'a:b', 'x'.repeat(129)])('The run id %j cannot be a tag.', (runId) => {
  expect(() => runReference(runId)).toThrow(TypeError);
});

test('A preloaded image is named by its content.', () => {
  expect(contentVersion()).toMatch(/^[0-9a-f]{12}$/);
  expect(preloadedReference()).toBe(`${REPOSITORY}:${contentVersion()}`);
});
