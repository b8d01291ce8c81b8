import { tooSlowFor } from './in-time';

describe('what is watched', () => {
  it('is in time where a third of the listening is left', () => {
    expect(tooSlowFor(performance.now() - 9_000, 15)).toBeUndefined();
  });

  it('is too slow beyond that, so that nothing is said of an event that was not heard', () => {
    expect(tooSlowFor(performance.now() - 10_500, 15)?.message).toBe(
      'it took 10.5 s, and its events were listened to for 15 s only',
    );
  });
});
