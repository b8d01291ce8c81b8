/** How long claims took, as a table. */

import { showMilliseconds } from '../../spread';
import type { GroupTimes } from '../state/claim-times';

export function ClaimTimesTable({ groups, title }: { readonly groups: readonly GroupTimes[]; readonly title: string }) {
  return (
    <details>
      <summary>As a table</summary>
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">{title}</th>
            {['Claims', 'Median', 'Longest'].map((each) => (
              <th key={each} scope="col" class="count">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ group, spread }) => (
            <tr key={group}>
              <th scope="row">{group}</th>
              <td class="count">{spread.count}</td>
              <td class="count">{showMilliseconds(spread.median)}</td>
              <td class="count">{showMilliseconds(spread.most)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
