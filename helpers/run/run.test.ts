import { idle } from './run';

const at = (from: number, to: number) => ({ from, to });

describe('the time in which no engine call was under way', () => {
  test.each<[string, { from: number; to: number }[], number]>([
    ['no call', [], 100],
    ['one call', [at(20, 50)], 70],
    ['calls one after the other', [at(0, 30), at(40, 100)], 10],
    ['calls at the same time', [at(10, 60), at(20, 40), at(50, 80)], 30],
    ['calls in any order', [at(70, 90), at(10, 20)], 70],
    ['a call within another', [at(10, 90), at(20, 30), at(85, 86)], 20],
    ['a call that began before', [at(-50, 30)], 70],
    ['a call that went on after', [at(90, 250)], 90],
    ['calls that touch', [at(0, 50), at(50, 100)], 0],
    ['a call for all of it', [at(0, 100)], 0],
  ])('with %s', (_what, intervals, expected) => {
    expect(idle(intervals, 0, 100)).toBe(expected);
  });
});
