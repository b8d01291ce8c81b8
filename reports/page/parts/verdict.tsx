/** The verdict over the whole report, and how many results there are of each status. */

import { NO_FILTERS } from '../state/filters';
import { formatHash } from '../state/route';
import { countStatuses, SHOWN, STATUSES } from '../state/status';
import { visible } from '../state/visible';
import { Bar } from './bar';
import { usePage } from './context';
import { Sign } from './status';

/** As the bar has them, and what was not tried last. */
const ORDER = [...STATUSES.filter((status) => status !== 'not-applicable').toReversed(), 'not-applicable'] as const;

export function Verdict() {
  const { model } = usePage();
  const { word, sentence } = model.headline;
  const counts = countStatuses(model.report.results);
  const shown = ORDER.filter((status) => counts[status] > 0);
  return (
    <section class={`verdict v-${word.toLowerCase().replace(' ', '-')}`} aria-labelledby="verdict">
      <h1 id="verdict">{word.charAt(0) + word.slice(1).toLowerCase()}</h1>
      <p class="sentence">{sentenceCase(visible(sentence))}.</p>
      <Bar counts={counts} />
      <ul class="legend">
        {shown.map((status) => (
          <li key={status}>
            <a
              href={formatHash({ view: 'claims', filters: { ...NO_FILTERS, status: [status] } })}
              title={SHOWN[status].means}
            >
              <Sign status={status} label={false} />
              <b>{counts[status]}</b> {counts[status] === 1 ? SHOWN[status].word.toLowerCase() : SHOWN[status].words}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sentenceCase(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
