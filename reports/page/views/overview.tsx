/** What matters first: the verdict, what departs, what differs from a baseline; then what is known, and the chapters. */

import { Chapters } from '../parts/chapters';
import { Comparisons } from '../parts/comparisons';
import { usePage } from '../parts/context';
import { Departures } from '../parts/departures';
import { DriftSummary } from '../parts/drift-summary';
import { Engine } from '../parts/engine';
import { Engines } from '../parts/engines';
import { Findings } from '../parts/findings';
import { FirstVersions } from '../parts/first-versions';
import { KnownChanges } from '../parts/known-changes';
import { NotJudged } from '../parts/not-judged';
import { Verdict } from '../parts/verdict';

export function OverviewView() {
  const { model } = usePage();
  const [only] = model.columns;
  // Where engines were set side by side, that is what the reader came for.
  const compared = model.report.run.compared === true;
  return (
    <>
      <Verdict />
      {model.many ? <Engines /> : null}
      {compared ? <FirstVersions /> : null}
      <Comparisons purpose="gate" />
      <Departures />
      <Findings severity="problem" />
      <Comparisons purpose="own-version" />
      {model.many && !compared ? <FirstVersions /> : null}
      <KnownChanges />
      <DriftSummary />
      <Chapters />
      <NotJudged />
      <Findings severity="notice" />
      {only !== undefined && !model.many ? <Engine column={only} /> : null}
    </>
  );
}
