/** How long things took: of engines that were measured, operation by operation; of every report, its claims. */
import { ClaimTimes } from '../parts/claim-times';
import { usePage } from '../parts/context';
import { Operations } from '../parts/operations';
import { Slowest } from '../parts/slowest';

export function TimesView() {
  const { model } = usePage();
  return (
    <>
      <h1>Times</h1>
      {model.report.timings.length === 0 ? null : <Operations />}
      <ClaimTimes />
      <Slowest />
    </>
  );
}
