/** The filter that leaves only what is not the same on all engines. */
import { usePage } from './context';

export function Differing() {
  const { model, route, filter } = usePage();
  if (!model.many) return null;
  const { filters } = route;
  return (
    <fieldset class="choices">
      <legend>Engines</legend>
      <button
        type="button"
        class="choice"
        aria-pressed={filters.differing}
        onClick={() => filter({ ...filters, differing: !filters.differing })}
      >
        differing only
      </button>
    </fieldset>
  );
}
