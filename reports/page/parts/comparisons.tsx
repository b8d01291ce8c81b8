/** What differs from an earlier measurement, worst first, and what the waivers have to say. */

import { vendorName } from '../../columns';
import type { ReportComparison } from '../../report';
import { count } from '../../values';
import { upstreamVersion } from '../../versions';
import { claimHash } from '../state/route';
import { visible } from '../state/visible';
import { ClaimName } from './claim-name';
import { usePage } from './context';
import { Command } from './copy';
import { Code, Prose, Reference, Said } from './text';

type Difference = ReportComparison['differences'][number];

const CHANGES: Readonly<Record<Difference['change'], string>> = {
  regression: 'Regression',
  fixed: 'Fixed',
  new: 'New',
  gone: 'Gone',
  'changed-reason': 'Changed',
};

export function Comparisons({ purpose }: Pick<ReportComparison, 'purpose'>) {
  const { model } = usePage();
  const own = model.report.comparisons.filter((comparison) => comparison.purpose === purpose);
  return (
    <>
      {own.map((comparison, index) => (
        <Comparison key={comparison.target} of={comparison} id={`${purpose}-${index}`} />
      ))}
    </>
  );
}

function Comparison({ of, id }: { readonly of: ReportComparison; readonly id: string }) {
  const { model } = usePage();
  const { baseline, differences, notCompared, waivers } = of;
  const open = differences.filter(({ accepted }) => !accepted);
  const accepted = differences.filter((each) => each.accepted);
  return (
    <section class="part" aria-labelledby={id}>
      <h2 id={id}>
        Compared with {vendorName(baseline.vendor)} {visible(upstreamVersion(baseline.version), 40)}{' '}
        <span class="number">{differences.length}</span>
      </h2>
      <p>
        {model.many ? `${model.columnOf.get(of.target)?.name ?? ''}: ` : ''}
        {count(of.compared, 'claim')} on both sides, {of.unchanged} as they were.{' '}
        {of.purpose === 'own-version' ? 'The baseline is that of its own version: ' : 'The baseline is '}
        <Code of={baseline.name} />, asked at API {visible(baseline.apiVersionAsked)}
        {notCompared.length === 0
          ? '.'
          : `; ${count(notCompared.length, 'claim was', 'claims were')} judged on one side only.`}
      </p>
      <WaiverProblems of={waivers} />
      {differences.length === 0 ? <p>Nothing differs.</p> : <Differences of={open} />}
      {accepted.length === 0 ? null : (
        <details>
          <summary>{accepted.length} accepted by a waiver</summary>
          <Differences of={accepted} />
        </details>
      )}
    </section>
  );
}

function Differences({ of }: { readonly of: readonly Difference[] }) {
  const { model, route } = usePage();
  return (
    <ol class="differences">
      {of.map(({ subject, id, change, was, is, since, seeByHand, waiver }) => (
        <li key={`${subject} ${id} ${change}`} class={`d-${change}`}>
          <p class="line">
            <span class={`tag d-${change}`}>{CHANGES[change]}</span>
            {subject === 'claim' && model.claimOf.has(id) ? (
              <a href={claimHash(id, route.filters)}>
                <ClaimName id={id} />
              </a>
            ) : (
              <Code of={id} />
            )}
          </p>
          <dl class="failure">
            <dt>was</dt>
            <dd>
              <Said of={was ?? 'nothing'} limit={400} />
            </dd>
            <dt>is</dt>
            <dd class="seen">
              <Said of={is ?? 'nothing'} limit={400} />
            </dd>
          </dl>
          {since === undefined ? null : (
            <p class="since">
              <Prose of={since.why} /> <Code of={since.engine} /> · <Reference of={since.reference} />
            </p>
          )}
          {waiver === undefined ? null : (
            <p class="since">
              Accepted: <Prose of={waiver} />
            </p>
          )}
          {seeByHand === null ? null : <Command line={seeByHand} label={`the command for ${visible(id)}`} />}
        </li>
      ))}
    </ol>
  );
}

function WaiverProblems({ of }: { readonly of: ReportComparison['waivers'] }) {
  if (of.length === 0) return null;
  return (
    <ul class="waivers">
      {of.map(({ where, problem, message }) => (
        <li key={`${where} ${problem}`}>
          <Code of={where} /> <Said of={message} />
        </li>
      ))}
    </ul>
  );
}
