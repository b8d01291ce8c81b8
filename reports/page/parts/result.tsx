/** What came of a claim on one engine: verdict, what was expected and seen, why it is known, how to see it by hand. */
import type { ReportResult } from '../../report';
import { showMilliseconds } from '../../spread';
import { count, showDuration } from '../../values';
import { SHOWN, statusOf } from '../state/status';
import { Command } from './copy';
import { Failure } from './failure';
import { StatusTag } from './status';
import { Code, Prose, Reference, Said } from './text';

export function ResultView({ result }: { readonly result: ReportResult }) {
  const status = statusOf(result);
  return (
    <section class={`result r-${status}`} aria-labelledby="seen">
      <h2 id="seen" class="hidden">
        What came of it
      </h2>
      <p class="line">
        <StatusTag status={status} />
        <span class="quiet">
          {SHOWN[status].means}
          {status === 'not-applicable' ? '' : ` · ${showDuration(result.durationMs)}`}
          {result.attempts > 1 ? ` · ${count(result.attempts, 'attempt')}` : ''}
        </span>
      </p>
      {result.failure === undefined ? null : <Failure failure={result.failure} limit={8000} />}
      {result.failure === undefined && result.reason !== null ? (
        <p class="reason">
          <Said of={result.reason} />
        </p>
      ) : null}
      {result.change === undefined ? null : (
        <p class="since">
          <b>Known.</b> <Prose of={result.change.why} /> <Code of={result.change.engine} /> ·{' '}
          <Reference of={result.change.reference} />
        </p>
      )}
      {result.convergence.length === 0 ? null : (
        <ul class="waited">
          {result.convergence.map(({ what, tookMs }, index) => (
            <li key={`${index}`}>
              came about after <b>{showMilliseconds(tookMs)}</b>: <Said of={what} limit={300} />
            </li>
          ))}
        </ul>
      )}
      {result.seeByHand === null ? null : (
        <>
          <h3>See it by hand</h3>
          <Command line={result.seeByHand} label="the command that shows it" />
        </>
      )}
    </section>
  );
}
