import { Silence } from './silence';

describe('an engine that says nothing', () => {
  let now = 0;
  let silence: Silence;
  const timeOut = (times: number) => {
    for (let time = 0; time < times; time += 1) silence.unanswered();
  };

  beforeEach(() => {
    now = 0;
    silence = new Silence(() => now);
  });

  it('is not asked again and again: one call in five seconds is let through, for a moment', () => {
    timeOut(3);
    now = 20_000;
    expect([silence.limitOf(30_000), silence.limitOf(30_000)]).toEqual([2_000, 0]);
    expect(silence.lastsMs).toBe(20_000);
    now = 25_000;
    expect([silence.limitOf(500), silence.limitOf(500)]).toEqual([500, 0]);
  });

  it('is asked as ever once it has answered', () => {
    timeOut(5);
    now = 60_000;
    silence.answered();
    expect([silence.limitOf(30_000), silence.limitOf(30_000)]).toEqual([30_000, 30_000]);
  });

  it('is not one that answers some calls in time', () => {
    timeOut(2);
    now = 60_000;
    expect([silence.limitOf(30_000), silence.limitOf(30_000)]).toEqual([30_000, 30_000]);
    silence.answered();
    timeOut(2);
    now = 120_000;
    expect([silence.limitOf(30_000), silence.limitOf(30_000)]).toEqual([30_000, 30_000]);
  });

  it('is not one of which calls of short limits were not answered in a moment', () => {
    timeOut(10);
    now = 5_000;
    expect([silence.limitOf(30_000), silence.limitOf(30_000)]).toEqual([30_000, 30_000]);
  });
});
