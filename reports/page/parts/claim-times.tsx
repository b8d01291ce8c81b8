/** How long the claims took. Each tick is a claim. */
import { type PlotOptions, pointerX, ruleX, text, tickX, tip } from '@observablehq/plot';
import { useCallback, useMemo } from 'preact/hooks';
import { showMilliseconds } from '../../spread';
import { claimTimes, type ClaimTimes as Times, type Took } from '../state/claim-times';
import { ClaimTimesTable } from './claim-times-table';
import { usePage } from './context';
import { Plot } from './plot';

export function ClaimTimes() {
  const { model } = usePage();
  const times = useMemo(() => claimTimes(model), [model]);
  const options = useCallback((width: number) => optionsOf(times, width), [times]);
  if (times.took.length === 0) return <p class="calm">Nothing was judged, and nothing took time.</p>;
  return (
    <section class="part" aria-labelledby="claim-times">
      <h2 id="claim-times">Claims</h2>
      <p class="quiet">
        Each tick is a claim{model.many ? '' : ', by chapter'}; the dot is the median. Claims are judged at the same
        time and share what they stand on, so that these times say where a run spends its own, not how fast an engine
        is.
      </p>
      <Plot
        label={`Time of each claim by ${model.many ? 'engine' : 'chapter'}, from the table below`}
        options={options}
      />
      <ClaimTimesTable groups={times.groups} title={model.many ? 'Engine' : 'Chapter'} />
    </section>
  );
}

/** Widths in pixels below which names stand above their lines. */
const NARROW = 600;

function optionsOf({ took, groups }: Times, width: number): PlotOptions {
  const narrow = width < NARROW;
  const names = groups.map(({ group }) => group);
  const medians = groups.map(({ group, spread }) => ({ group, ms: spread.median }));
  const data = [...took];
  const longest = Math.max(...names.map((name) => name.length));
  return {
    height: 56 + names.length * (narrow ? 44 : 36),
    marginLeft: narrow ? 18 : 24 + 7.5 * longest,
    marginRight: 16,
    marginTop: narrow ? 20 : 8,
    marginBottom: 40,
    x: { type: 'log', label: 'time of a claim →', tickFormat: showTick, ticks: narrow ? 4 : 6 },
    y: { domain: names, label: null, axis: narrow ? null : 'left', tickSize: 0, padding: narrow ? 0.55 : 0.35 },
    marks: [
      ruleX(
        [1, 10, 100, 1000, 10_000].filter((ms) => took.some((each) => each.ms >= ms)),
        { stroke: 'var(--line)' },
      ),
      tickX(data, {
        x: 'ms',
        y: 'group',
        stroke: (each: Took) => `var(--plot-${each.status})`,
        strokeOpacity: 0.75,
        strokeWidth: 1.5,
      }),
      text(medians, { x: 'ms', y: 'group', text: () => '●', fill: 'var(--ink)', fontSize: 11 }),
      ...(narrow
        ? [text(names, { y: (name: string) => name, frameAnchor: 'left', dy: -18, text: String, fill: 'var(--ink-2)' })]
        : []),
      tip(
        data,
        pointerX({ x: 'ms', y: 'group', title: (each: Took) => `${each.claim}\n${showMilliseconds(each.ms)}` }),
      ),
    ],
  };
}

function showTick(ms: number): string {
  return ms >= 1000 ? `${ms / 1000} s` : `${ms} ms`;
}
