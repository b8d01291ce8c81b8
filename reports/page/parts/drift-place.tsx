/** One place of a schema: on which engines it departs, and, when opened, how and why. */
import { memo } from 'preact/compat';
import { useState } from 'preact/hooks';
import type { ReportDrift } from '../../report';
import type { DriftRow } from '../state/drift';
import { usePage } from './context';
import { KIND_SIGNS } from './drift-kinds';
import { Code, Hidden, Prose, Reference, Said } from './text';

interface DriftPlaceProps {
  readonly row: DriftRow;
  readonly places: readonly number[];
}

export const DriftPlace = memo(function DriftPlace({ row, places }: DriftPlaceProps) {
  const { model } = usePage();
  const [opened, setOpened] = useState(false);
  const entries = row.cells.flat();
  return (
    <li>
      <details onToggle={(event) => event.currentTarget.open && setOpened(true)}>
        <summary>
          <span class="path">{row.path}</span>
          {model.many ? (
            <>
              {places.map((place) => (
                <Cell key={place} entries={row.cells[place] ?? []} />
              ))}
              <Hidden>{spoken(row, model.columns.length)}</Hidden>
            </>
          ) : (
            <One entries={entries} />
          )}
        </summary>
        {opened ? grouped(entries).map((same) => <Told key={told(same[0])} entries={same} />) : null}
      </details>
    </li>
  );
});

function Cell({ entries }: { readonly entries: readonly ReportDrift[] }) {
  const [first] = entries;
  if (first === undefined) return <span class="cell k-none" aria-hidden="true" />;
  const unknown = entries.some(({ known }) => known === undefined);
  return (
    <span class={`cell k-${first.kind}${unknown ? ' unknown' : ''}`} aria-hidden="true">
      {entries.map(({ kind }) => KIND_SIGNS[kind]).join('')}
    </span>
  );
}

/** In a report of one engine there is room to say it at once. */
function One({ entries }: { readonly entries: readonly ReportDrift[] }) {
  const [first] = entries;
  if (first === undefined) return null;
  return (
    <>
      <span class={`kind k-${first.kind}${first.known === undefined ? ' unknown' : ''}`}>
        {entries.map(({ kind }) => kind).join(', ')}
      </span>
      <span class="why">
        {first.known === undefined ? (
          <b>not known</b>
        ) : (
          <>
            <Prose of={first.known.why} limit={200} /> <Code of={first.known.engine} />
          </>
        )}
      </span>
    </>
  );
}

function Told({ entries }: { readonly entries: readonly ReportDrift[] }) {
  const { model } = usePage();
  const [first] = entries;
  if (first === undefined) return null;
  return (
    <div class="told">
      <p>
        <span class={`kind k-${first.kind}${first.known === undefined ? ' unknown' : ''}`}>{first.kind}</span>
        {model.many ? <b>{entries.map(({ target }) => model.columnOf.get(target)?.name).join(', ')}</b> : null}
      </p>
      <dl class="failure">
        <dt>expected</dt>
        <dd>
          <Said of={first.expected} limit={400} />
        </dd>
        <dt>seen</dt>
        <dd class="seen">{first.observed === undefined ? 'nothing' : <Code of={first.observed} limit={400} />}</dd>
        <dt>in</dt>
        <dd>
          {first.departed} of {first.answers} answers, as{' '}
          <Code of={`${first.seen.method} ${first.seen.path}`} limit={200} />
        </dd>
        <dt>why</dt>
        <dd>
          {first.known === undefined ? (
            'not known'
          ) : (
            <>
              <Prose of={first.known.why} /> <Code of={first.known.engine} /> · <Reference of={first.known.reference} />
            </>
          )}
        </dd>
      </dl>
    </div>
  );
}

/** Entries that say the same but of another engine, together. */
function grouped(entries: readonly ReportDrift[]): readonly (readonly ReportDrift[])[] {
  const groups = new Map<string, ReportDrift[]>();
  for (const entry of entries) groups.set(told(entry), [...(groups.get(told(entry)) ?? []), entry]);
  return [...groups.values()];
}

function told(entry: ReportDrift | undefined): string {
  return JSON.stringify([entry?.kind, entry?.expected, entry?.known]);
}

function spoken(row: DriftRow, of: number): string {
  const on = row.cells.filter((entries) => entries.length > 0).length;
  const kinds = [...new Set(row.cells.flat().map(({ kind }) => kind))].join(', ');
  const unknown = row.cells.flat().some(({ known }) => known === undefined);
  return ` ${kinds} on ${on} of ${of} engines${unknown ? ', not known' : ''}`;
}
