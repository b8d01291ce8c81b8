/** The measured times as a table. */
import type { OperationTimes } from '../../operations';
import { showMilliseconds } from '../../spread';

export function OperationsTable({ operations }: { readonly operations: readonly OperationTimes[] }) {
  return (
    <details>
      <summary>As a table</summary>
      <div class="scroll" role="group" aria-label="Times of calls" tabIndex={0}>
        <table class="numbers">
          <thead>
            <tr>
              {['Operation', 'Engine'].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
              {['Samples', 'Least', 'Lower quarter', 'Median', 'Upper quarter', 'Most'].map((title) => (
                <th key={title} scope="col" class="count">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {operations.flatMap(({ operation, title, engines }) =>
              engines.map(({ column, spread }) => (
                <tr key={`${operation} ${column.id}`}>
                  <th scope="row">{title}</th>
                  <td>{column.name}</td>
                  <td class="count">{spread.count}</td>
                  {[spread.least, spread.lower, spread.median, spread.upper, spread.most].map((ms, index) => (
                    <td key={`${index}`} class="count">
                      {showMilliseconds(ms)}
                    </td>
                  ))}
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
    </details>
  );
}
