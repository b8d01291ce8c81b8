/** The drift explorer: schema, path, kind; known or not; of many engines each in its column. */

import { type Vendor, vendorName } from '../../columns';
import { Choices } from '../parts/choices';
import { usePage } from '../parts/context';
import { Differing } from '../parts/differing';
import { DriftHead } from '../parts/drift-head';
import { DriftKinds } from '../parts/drift-kinds';
import { DriftSchema } from '../parts/drift-schema';
import { Toolbar } from '../parts/toolbar';
import { bySchema, filteredDrift } from '../state/drift';
import { KINDS } from '../state/filters';
import { shownPlaces } from '../state/matrix';

export function DriftView() {
  const { model, route } = usePage();
  const { drift } = model.report;
  const places = shownPlaces(model.columns, route.filters);
  const rows = filteredDrift(model.drift, model.columns, route.filters);
  const left = `${rows.length === model.drift.length ? '' : `${rows.length} of `}${model.drift.length} places`;
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, drift.filter((each) => each.kind === kind).length]));
  const unknown = drift.filter(({ known }) => known === undefined).length;
  const vendors = Object.fromEntries(
    model.columns.map(({ vendor }) => [vendor, model.columns.filter((column) => column.vendor === vendor).length]),
  );
  return (
    <>
      <h1>Schema drift</h1>
      <p class="lead">Where answers differ from the schemas of API v1.23, as Docker 1.11.1 gives it.</p>
      <DriftKinds />
      <Toolbar search="Search places" left={left}>
        <Choices filter="known" title="Known" counts={{ known: drift.length - unknown, unknown }} />
        <Choices filter="kind" title="Kind" counts={kinds} />
        <Choices filter="vendor" title="Vendor" counts={vendors} show={(vendor) => vendorName(vendor as Vendor)} />
        <Differing />
      </Toolbar>
      {rows.length === 0 ? <p class="calm">{drift.length === 0 ? 'No drift.' : 'No place is like this.'}</p> : null}
      <div class="drift" style={{ '--columns': places.length }}>
        {model.many && rows.length > 0 ? (
          <DriftHead columns={places.flatMap((place) => model.columns[place] ?? [])} />
        ) : null}
        {bySchema(rows).map(({ schema, rows: own }, index) => (
          <DriftSchema key={schema} id={`schema-${index}`} schema={schema} rows={own} places={places} />
        ))}
      </div>
    </>
  );
}
