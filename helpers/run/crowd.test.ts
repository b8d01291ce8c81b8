import { Crowd } from './crowd';

/** What has begun so far, after every promise that could go on has gone on. */
async function begunOf(beginnings: readonly Promise<void>[]): Promise<boolean[]> {
  const begun = beginnings.map(() => false);
  beginnings.forEach((each, index) => void each.then(() => (begun[index] = true)));
  await new Promise((resolve) => setImmediate(resolve));
  return begun;
}

describe('engines of the lab that share a machine', () => {
  it('are judged so many at a time, and the next begins where one has ended', async () => {
    const crowd = new Crowd(2);
    const turns = [crowd.turn(), crowd.turn(), crowd.turn()];
    const beginnings = turns.map((turn) => turn.begin());
    expect(await begunOf(beginnings)).toEqual([true, true, false]);
    turns[0]?.end();
    expect(await begunOf(beginnings)).toEqual([true, true, true]);
  });

  it('take one place however many of their claims begin', async () => {
    const crowd = new Crowd(2);
    const [one, other] = [crowd.turn(), crowd.turn()];
    expect(await begunOf([one.begin(), one.begin(), one.begin(), other.begin()])).toEqual([true, true, true, true]);
  });
});
