/** The claims: of one engine as a list, of many as a matrix. */
import { ClaimFilters } from '../parts/claim-filters';
import { ClaimList } from '../parts/claim-list';
import { usePage } from '../parts/context';
import { Matrix } from '../parts/matrix';
import { Toolbar } from '../parts/toolbar';
import { filteredRows } from '../state/matrix';

export function ClaimsView() {
  const { model, route } = usePage();
  const rows = filteredRows(model.rows, model.columns, route.filters);
  const left = `${rows.length === model.rows.length ? '' : `${rows.length} of `}${model.rows.length} claims`;
  return (
    <>
      <h1 class="hidden">{model.many ? 'Claims on engines' : 'Claims'}</h1>
      <Toolbar search="Search claims" left={left}>
        <ClaimFilters />
      </Toolbar>
      {rows.length === 0 ? <p class="calm">No claim is like this.</p> : null}
      {model.many ? <Matrix rows={rows} /> : <ClaimList rows={rows} />}
    </>
  );
}
