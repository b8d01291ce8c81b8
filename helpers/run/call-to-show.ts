/** Which call a person is shown, to see by hand what was judged. */
import type { Answer } from '../engine/answer';
import type { RecordedCall, Transcript } from '../engine/transcript';

/**
 * The call whose answer did not hold, else the last one.
 *
 * @param judged the answer that was judged, where it was one
 * @param transcripts that of the claim, then those of its fixtures, the last first
 */
export function callToShow(judged: Answer | undefined, transcripts: readonly Transcript[]): RecordedCall | undefined {
  const found = judged === undefined ? [] : transcripts.map((each) => each.callOf(judged));
  return found.find((call) => call !== undefined) ?? transcripts.find((each) => each.lastCall)?.lastCall;
}
