import { changesNetworks, Turns } from './turns';

describe('calls that take turns', () => {
  test('run one after the other, also where one fails', async () => {
    const turns = new Turns();
    const seen: string[] = [];
    const call = (name: string, fails = false) =>
      turns.take(async () => {
        seen.push(`${name} begins`);
        await new Promise(setImmediate);
        seen.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      });
    const ends = await Promise.allSettled([call('a'), call('b', true), call('c')]);
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  test.each([
    ['POST', '/networks/create', true],
    ['DELETE', '/networks/x', true],
    ['POST', '/networks/x/connect', false],
    ['GET', '/networks/x', false],
    ['DELETE', '/containers/networks', false],
  ] as const)('%s %s: %p', (method, path, expected) => {
    expect(changesNetworks({ method, path })).toBe(expected);
  });
});
