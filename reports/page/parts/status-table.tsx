/** A table of how many results there are of each status: a row for each engine, or for each chapter. */
import type { ComponentChildren } from 'preact';
import { SHOWN, STATUSES, type Status } from '../state/status';
import { Bar } from './bar';
import { Hidden } from './text';

export interface StatusRow {
  readonly key: string;
  readonly head: ComponentChildren;
  /** What stands beside the head, and at the end of the row. */
  readonly beside?: ComponentChildren;
  readonly end?: ComponentChildren;
  readonly counts: Readonly<Record<Status, number>>;
}

interface StatusTableProps {
  /** Of the section's heading. */
  readonly id: string;
  readonly title: string;
  /** What heads its first column, and those of what stands beside it and at the end. */
  readonly columns: { readonly head: string; readonly beside?: string; readonly end?: string };
  readonly rows: readonly StatusRow[];
}

export function StatusTable({ id, title, columns, rows }: StatusTableProps) {
  // Statuses that nothing has would be columns of noughts.
  const shown = STATUSES.filter((status) => rows.some(({ counts }) => counts[status] > 0));
  return (
    <section class="part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div class="scroll" role="group" aria-labelledby={id} tabIndex={0}>
        <table class="numbers">
          <thead>
            <tr>
              <th scope="col">{columns.head}</th>
              {columns.beside === undefined ? null : <th scope="col">{columns.beside}</th>}
              <th scope="col" class="wide">
                <Hidden>In proportion</Hidden>
              </th>
              {shown.map((status) => (
                <th key={status} scope="col" class="count" title={SHOWN[status].means}>
                  {SHOWN[status].word}
                </th>
              ))}
              {columns.end === undefined ? null : (
                <th scope="col" class="count">
                  {columns.end}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, head, beside, end, counts }) => (
              <tr key={key}>
                <th scope="row">{head}</th>
                {columns.beside === undefined ? null : <td>{beside}</td>}
                <td class="wide">
                  <Bar counts={counts} />
                </td>
                {shown.map((status) => (
                  <td key={status} class={counts[status] === 0 ? 'count none' : `count n-${status}`}>
                    {counts[status]}
                  </td>
                ))}
                {columns.end === undefined ? null : <td class="count">{end}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
