import { setTimeout as delay } from 'node:timers/promises';
import { poll } from './poll';

const never = new AbortController().signal;

/** Looks that see 1, 2, 3, ... and remember when they looked. */
function counter(): { look: () => Promise<number>; looks: number[] } {
  const looks: number[] = [];
  return {
    looks,
    look: async () => {
      looks.push(performance.now());
      return looks.length;
    },
  };
}

/** Keeps the machine busy, so that no timer is heard meanwhile. */
function busy(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

describe('polling', () => {
  test('ends at the first look that is accepted, with what was seen', async () => {
    const { look, looks } = counter();
    const result = await poll(look, (seen) => seen === 3, 5_000, never);
    expect(result).toMatchObject({ accepted: true, last: 3 });
    expect(looks).toHaveLength(3);
    expect(result.tookMs).toBeGreaterThanOrEqual(30);
    expect(result.tookMs).toBeLessThan(1_000);
  });

  test('looks once where the limit is nothing', async () => {
    const { look, looks } = counter();
    expect(await poll(look, () => false, 0, never)).toMatchObject({ accepted: false, last: 1 });
    expect(looks).toHaveLength(1);
  });

  test('a condition that comes about shortly before the limit is seen', async () => {
    const begun = performance.now();
    const result = await poll(
      async () => performance.now() - begun,
      (ms) => ms >= 130,
      150,
      never,
    );
    expect(result.accepted).toBe(true);
  });

  test('counts a look that began before the limit and saw it afterwards', async () => {
    const look = async () => delay(60, 'there');
    expect(await poll(look, () => true, 20, never)).toMatchObject({ accepted: true, late: false, last: 'there' });
  });

  test.each([1, 3])('takes what look %i saw for late where it began after the limit', async (late) => {
    let looks = 0;
    const look = async () => {
      looks += 1;
      return looks;
    };
    // The machine is busy with something else, and the next look begins after the limit.
    const accept = (seen: number) => {
      if (seen === late) busy(600);
      return seen > late;
    };
    expect(await poll(look, accept, 500, never)).toMatchObject({ accepted: false, late: true, last: late + 1 });
  });

  test('takes what is not there after the limit for not come about', async () => {
    const accept = () => {
      busy(150);
      return false;
    };
    expect(await poll(async () => 'not there', accept, 100, never)).toMatchObject({ accepted: false, late: false });
  });

  test('gives up when the limit is over, and looks less and less often until then', async () => {
    const { look, looks } = counter();
    const begun = performance.now();
    const result = await poll(look, () => false, 200, never);
    const took = performance.now() - begun;
    expect(result.accepted).toBe(false);
    expect(result.last).toBe(looks.length);
    expect(took).toBeGreaterThanOrEqual(185);
    expect(took).toBeLessThan(1_000);
    expect(looks.length).toBeLessThanOrEqual(8);
  });

  test('throws what the look throws', async () => {
    const look = async () => Promise.reject(new Error('the look broke'));
    await expect(poll(look, () => true, 1_000, never)).rejects.toThrow('the look broke');
  });

  test('ends at once where the signal aborts, also in a pause', async () => {
    const controller = new AbortController();
    const { look, looks } = counter();
    const begun = performance.now();
    const polled = poll(look, () => false, 60_000, controller.signal);
    setTimeout(() => controller.abort(), 30);
    await expect(polled).rejects.toMatchObject({ name: 'AbortError' });
    expect(performance.now() - begun).toBeLessThan(1_000);
    const before = looks.length;
    await expect(poll(look, () => true, 1_000, controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
    expect(looks).toHaveLength(before);
  });
});
