import { catchWrites, type Written } from '../fixtures/written';
import { UsageError } from '../usage-error';
import { reportTrouble } from './trouble';

let stderr: Written;
beforeEach(() => {
  stderr = catchWrites(process.stderr);
});
afterEach(() => stderr.restore());

describe('trouble', () => {
  test('of an operator is one line and its mend', () => {
    expect(reportTrouble(new UsageError('no claim matches "x"', 'see: engine-conformance claims'), false)).toBe(2);
    expect(stderr.text()).toBe('engine-conformance: no claim matches "x"\n  mend: see: engine-conformance claims\n');
  });

  test('without a mend is one line', () => {
    reportTrouble(new UsageError('the disk is full'), false);
    expect(stderr.text()).toBe('engine-conformance: the disk is full\n');
  });

  test('that is nobody’s but the suite’s says so, and shows where when it is asked', () => {
    expect(reportTrouble(new TypeError('undefined is not a function'), false)).toBe(2);
    expect(stderr.text()).toBe(
      'engine-conformance: undefined is not a function\n  this is a fault of the suite; --verbose shows where\n',
    );
    reportTrouble(new TypeError('again'), true);
    expect(stderr.text()).toMatch(/engine-conformance: again\nTypeError: again\n +at .*trouble\.test\.ts/);
  });

  test.each<[string, unknown, string]>([
    ['a text', 'gone', 'gone'],
    ['nothing', undefined, 'undefined'],
    ['a message of several lines', new UsageError('one\n  two\r\n\nthree'), 'one two three'],
  ])('may be %s, and is one line', (_what, error, shown) => {
    reportTrouble(error, false);
    expect(stderr.text().split('\n')[0]).toBe(`engine-conformance: ${shown}`);
  });

  test('made by an engine cannot speak to the terminal, not even by its stack', () => {
    const evil = '\u001b]0;owned\u0007\u001b[2J\u202e';
    reportTrouble(new UsageError(`answered ${evil}`, `try ${evil}`), true);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is what is tested
    expect(stderr.text()).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(stderr.text()).toContain('owned');
  });
});
