/** How long the calls of each engine took: median, the middle half, and all of it. */
import { dot, type PlotOptions, rect, ruleY, text } from '@observablehq/plot';
import { useCallback, useMemo } from 'preact/hooks';
import { type OperationTimes, operationTimes } from '../../operations';
import { showMilliseconds } from '../../spread';
import { usePage } from './context';
import { OperationsTable } from './operations-table';
import { Plot } from './plot';

export function Operations() {
  const { model } = usePage();
  const operations = useMemo(() => operationTimes(model.report.timings, model.columns), [model]);
  return (
    <section class="part" aria-labelledby="operations">
      <h2 id="operations">Calls of the engines</h2>
      <p class="quiet">
        Measured in one run, engine by engine in turn. The dot is the median; the thick line holds the middle half of
        the samples, the thin one all of them, and goes on where it reaches the edge.
      </p>
      <div class="operations">
        {operations.map((times) => (
          <Operation key={times.operation} times={times} />
        ))}
      </div>
      <OperationsTable operations={operations} />
    </section>
  );
}

function Operation({ times }: { readonly times: OperationTimes }) {
  const options = useCallback((width: number) => optionsOf(times, width), [times]);
  return (
    <figure>
      <figcaption>
        <b>{times.title}</b>
        {times.document === undefined ? null : (
          <span class="quiet">
            {' '}
            shaded: {times.document[0]} to {times.document[1]} ms, as the document printed
          </span>
        )}
      </figcaption>
      <Plot label={`${times.title}: time by engine, from the table below`} options={options} />
    </figure>
  );
}

function optionsOf({ engines, document }: OperationTimes, width: number): PlotOptions {
  const data = engines.map(({ column, spread }) => ({ name: column.name, ...spread }));
  // A single sample that took very long must not press all others together.
  const most = Math.max(
    document?.[1] ?? 0,
    ...data.map(({ upper, median }) => upper + 3 * (upper - median) + median / 4),
  );
  const shown = data.map((each) => ({ ...each, end: Math.min(each.most, most) }));
  return {
    height: 40 + data.length * 24,
    width,
    marginLeft: 112,
    marginRight: 66,
    marginTop: 4,
    marginBottom: 28,
    x: { domain: [0, most], ticks: 4, tickFormat: (ms: number) => `${ms}`, label: 'ms' },
    y: { domain: data.map(({ name }) => name), type: 'point', label: null, tickSize: 0, padding: 0.6 },
    marks: [
      ...(document === undefined
        ? []
        : [rect([document], { x1: '0', x2: '1', fill: 'var(--accent)', fillOpacity: 0.13 })]),
      ruleY(shown, { y: 'name', x1: 'least', x2: 'end', stroke: 'var(--ink-3)', strokeWidth: 1 }),
      ruleY(shown, {
        y: 'name',
        x1: 'lower',
        x2: 'upper',
        stroke: 'var(--accent)',
        strokeWidth: 5,
        strokeOpacity: 0.45,
      }),
      dot(shown, { x: 'median', y: 'name', fill: 'var(--accent)', r: 4 }),
      text(shown, {
        y: 'name',
        frameAnchor: 'right',
        textAnchor: 'start',
        dx: 8,
        text: (each: { median: number }) => showMilliseconds(each.median),
        fill: 'var(--ink)',
      }),
    ],
  };
}
