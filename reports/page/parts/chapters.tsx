/** The chapters, each with what came of its claims. */
import { showDuration } from '../../values';
import { byChapter } from '../state/by-chapter';
import { NO_FILTERS } from '../state/filters';
import { formatHash } from '../state/route';
import { countStatuses } from '../state/status';
import { usePage } from './context';
import { StatusTable } from './status-table';

export function Chapters() {
  const { model } = usePage();
  const rows = byChapter(model.rows).map(({ chapter, rows: own }) => {
    const results = own.flatMap((row) => row.results.flatMap((result) => result ?? []));
    const filters = { ...NO_FILTERS, chapter: [chapter] };
    return {
      key: chapter,
      head: <a href={formatHash({ view: 'claims', filters })}>{chapter}</a>,
      end: showDuration(results.reduce((sum, { durationMs }) => sum + durationMs, 0)),
      counts: countStatuses(results),
    };
  });
  return <StatusTable id="chapters" title="Chapters" columns={{ head: 'Chapter', end: 'Time' }} rows={rows} />;
}
