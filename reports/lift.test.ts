import { conformingReport } from './fixtures/conforming';
import { lifted } from './lift';
import { reportErrors } from './validate';

/** The report as format 1 had it. */
function ofFormat1(): Record<string, unknown> {
  const { timings: _timings, comparisons: _comparisons, ...rest } = conformingReport();
  return { ...rest, format: 1 };
}

describe('a report of format 1', () => {
  test('is read as one of format 2 that neither measured nor compared', () => {
    expect(reportErrors(ofFormat1())).not.toEqual([]);
    expect(lifted(ofFormat1())).toEqual(conformingReport());
    expect(reportErrors(lifted(ofFormat1()))).toEqual([]);
  });

  test('that has what only format 2 has is refused', () => {
    expect(reportErrors(lifted({ ...ofFormat1(), timings: [] }))[0]).toContain(
      'unknown field timings (not of format 1)',
    );
  });
});

test.each([[null], ['text'], [[]], [{ format: 3 }], [{}]])(
  'what is no report of format 1 stays as it is: %j',
  (value) => {
    expect(lifted(value)).toBe(value);
  },
);
