import { columnsOf } from './columns';
import { DOCKER } from './fixtures/pieces';
import { operationTimes } from './operations';
import type { ReportTiming } from './report';

const columns = columnsOf([
  { ...DOCKER, id: 'new', version: '28.5.2' },
  { ...DOCKER, id: 'old', version: '20.10.24' },
]);
const timings: readonly ReportTiming[] = [
  { target: 'new', operation: 'round-trip-bridge', samples: [0.07, 0.08, 0.09] },
  { target: 'new', operation: 'ping', samples: [2] },
  { target: 'old', operation: 'ping', samples: [1, 3] },
  { target: 'elsewhere', operation: 'stop', samples: [1] },
];

describe('the measured times', () => {
  it('are those of each operation, engine by engine in the order of the columns', () => {
    const times = operationTimes(timings, columns);
    expect(times.map(({ operation, engines }) => [operation, engines.map(({ column }) => column.label)])).toEqual([
      ['ping', ['20.10.24', '28.5.2']],
      ['round-trip-bridge', ['28.5.2']],
    ]);
    expect(times[0]?.engines.map(({ spread }) => spread.median)).toEqual([2, 2]);
  });

  it('stand beside the times that the document printed, where it printed some', () => {
    expect(operationTimes(timings, columns).map(({ document }) => document)).toEqual([undefined, [0.056, 0.139]]);
  });
});
