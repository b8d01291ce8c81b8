/** The drift in one line, with the way to all of it. */
import { driftCounts } from '../../drift';
import { usePage } from './context';

export function DriftSummary() {
  const { model } = usePage();
  if (model.report.drift.length === 0) return null;
  return (
    <section class="part" aria-labelledby="drift-summary">
      <h2 id="drift-summary">Schema drift</h2>
      {model.many ? (
        <ul class="plain">
          {model.columns.map((column) => (
            <li key={column.id}>
              <b>{column.name}</b>: {driftCounts(model.report.drift.filter(({ target }) => target === column.id))}
            </li>
          ))}
        </ul>
      ) : (
        <p>Answers differ from the schemas of API v1.23 at {driftCounts(model.report.drift)}.</p>
      )}
      <p>
        <a href="#drift">Explore the drift</a>
      </p>
    </section>
  );
}
