import { setTimeout as delay } from 'node:timers/promises';
import { Semaphore } from './semaphore';

test.each([1, 3])('never more than %d sections run at the same time, and all of them do run', async (places) => {
  const semaphore = new Semaphore(places);
  let inside = 0;
  let most = 0;
  const done = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      semaphore.run(async () => {
        inside += 1;
        most = Math.max(most, inside);
        await delay(index % 3);
        inside -= 1;
        return index;
      }),
    ),
  );
  expect(done).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(most).toBe(places);
});

test('sections wait in order', async () => {
  const semaphore = new Semaphore(1);
  const order: number[] = [];
  await Promise.all([1, 2, 3, 4].map((number) => semaphore.run(async () => void order.push(number))));
  expect(order).toEqual([1, 2, 3, 4]);
});

test('a section that throws gives its place back', async () => {
  const semaphore = new Semaphore(1);
  const broken = semaphore.run(async () => Promise.reject(new Error('broken')));
  const next = semaphore.run(async () => 'ran');
  await expect(broken).rejects.toThrow('broken');
  expect(await next).toBe('ran');
  const thrown = semaphore.run(() => {
    throw new Error('at once');
  });
  await expect(thrown).rejects.toThrow('at once');
  expect(await semaphore.run(async () => 'still')).toBe('still');
});

test('a section that runs alone waits for those that run, and those behind it wait for it', async () => {
  const semaphore = new Semaphore(3);
  const order: string[] = [];
  const section = (name: string) => async () => {
    order.push(`${name} begins`);
    await delay(1);
    order.push(`${name} ends`);
  };
  await Promise.all([
    semaphore.run(section('a')),
    semaphore.run(section('b')),
    semaphore.runAlone(section('alone')),
    semaphore.runAlone(section('alone too')),
    semaphore.run(section('c')),
    semaphore.run(section('d')),
  ]);
  expect(order.slice(0, 2)).toEqual(['a begins', 'b begins']);
  expect(order.slice(4)).toEqual([
    ...['alone begins', 'alone ends', 'alone too begins', 'alone too ends'],
    ...['c begins', 'd begins', 'c ends', 'd ends'],
  ]);
  await expect(semaphore.runAlone(async () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await semaphore.runAlone(async () => void order.push('still'));
  expect(order.at(-1)).toBe('still');
});
