import { moments } from './moments';

describe('moments at random', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(moments(30, 10_000, 7)).toEqual(moments(30, 10_000, 7));
    expect(moments(30, 10_000, 7)).not.toEqual(moments(30, 10_000, 8));
  });

  it('are spread over the whole span', () => {
    const quarters = new Set(moments(60, 10_000, 1).map((ms) => Math.floor(ms / 2_500)));
    expect([...quarters].sort()).toEqual([0, 1, 2, 3]);
  });
});
