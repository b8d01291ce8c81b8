/** What the kinds of drift are, and the signs that stand for them. */
import type { ReportDrift } from '../../report';
import { KINDS } from '../state/filters';

type Kind = ReportDrift['kind'];

/** One character of any font each. */
export const KIND_SIGNS: Readonly<Record<Kind, string>> = { missing: '−', type: 'T', format: 'F', added: '+' };

const MEANS: Readonly<Record<Kind, string>> = {
  missing: 'a field is absent that v1.23 always has',
  type: 'its type is another, or it is null',
  format: 'the type is right, and its format or set of values another',
  added: 'a field that v1.23 does not know',
};

export function DriftKinds() {
  return (
    <ul class="kinds">
      {KINDS.map((kind) => (
        <li key={kind}>
          <span class={`cell k-${kind}`} aria-hidden="true">
            {KIND_SIGNS[kind]}
          </span>
          <b>{kind}</b> {MEANS[kind]}
        </li>
      ))}
      <li>
        <span class="cell unknown" aria-hidden="true" />
        <b>framed</b> not known: no version is said to have brought it
      </li>
    </ul>
  );
}
