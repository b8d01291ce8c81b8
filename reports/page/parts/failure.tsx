/** What was expected and what was seen, one below the other, with what differs marked. */
import type { ReportFailure } from '../../report';
import { showPair } from '../../values';
import { differenceOf } from '../state/difference';
import { visible } from '../state/visible';
import { Code, Said } from './text';

export function Failure({ failure, limit }: { readonly failure: ReportFailure; readonly limit: number }) {
  const { expected, observed } = showPair(failure.expected, failure.observed, limit);
  const parts = expected.length <= limit && observed.length <= limit ? differenceOf(expected, observed) : undefined;
  return (
    <dl class="failure">
      <dt class="what">
        <Said of={failure.what} />
      </dt>
      <dt>expected</dt>
      <dd>
        {parts === undefined ? (
          <Code of={expected} limit={limit} />
        ) : (
          <Marked before={parts.before} middle={parts.expected} after={parts.after} />
        )}
      </dd>
      <dt>seen</dt>
      <dd class="seen">
        {parts === undefined ? (
          <Code of={observed} limit={limit} />
        ) : (
          <Marked before={parts.before} middle={parts.observed} after={parts.after} />
        )}
      </dd>
    </dl>
  );
}

interface MarkedProps {
  readonly before: string;
  readonly middle: string;
  readonly after: string;
}

function Marked({ before, middle, after }: MarkedProps) {
  return (
    <code>
      {visible(before, Number.POSITIVE_INFINITY)}
      {middle === '' ? null : <mark>{visible(middle, Number.POSITIVE_INFINITY)}</mark>}
      {visible(after, Number.POSITIVE_INFINITY)}
    </code>
  );
}
