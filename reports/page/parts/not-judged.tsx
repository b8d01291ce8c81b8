/** What was not applicable, by the reason, and what of the catalogue was not tried at all. */
import { byReason, targetViews } from '../../view';
import { usePage } from './context';
import { Said } from './text';

export function NotJudged() {
  const { model } = usePage();
  const views = targetViews(model.report);
  const groups = byReason(views.flatMap(({ judged }) => judged));
  const [plan] = model.report.plan;
  const total = groups.reduce((sum, { claims }) => sum + claims.length, 0);
  const left = [
    ...(plan === undefined || plan.notSelected === 0 ? [] : [`${plan.notSelected} not selected`]),
    ...(plan === undefined || plan.notImplemented === 0 ? [] : [`${plan.notImplemented} not implemented yet`]),
  ];
  if (total === 0 && left.length === 0) return null;
  return (
    <section class="part" aria-labelledby="not-judged">
      <h2 id="not-judged">
        {total === 0 ? 'Not tried' : 'Not applicable'} {total === 0 ? null : <span class="number">{total}</span>}
      </h2>
      <ul class="reasons">
        {groups.map(({ reason, claims }) => (
          <li key={reason}>
            <b>{claims.length}</b> <Said of={reason} limit={300} />
          </li>
        ))}
      </ul>
      {left.length === 0 ? null : <p class="quiet">Of the catalogue besides: {left.join(', ')}.</p>}
    </section>
  );
}
