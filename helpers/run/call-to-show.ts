/** Which call a person is shown, to see by hand what was judged. */
import type { Answer } from '../engine/answer';
import type { RecordedCall, Transcript } from '../engine/transcript';
import type { Endpoint } from '../target/target';

export interface CallToShow {
  readonly call: RecordedCall;
  /** Where it was made, where that is not the target: another host of a cluster, a manager, an engine of the lab, a registry. */
  readonly endpoint: Endpoint | undefined;
}

/**
 * The call whose answer did not hold, else the last one.
 *
 * @param judged the answer that was judged, where it was one
 * @param transcripts that of the claim, then those of its fixtures, the last first
 */
export function callToShow(judged: Answer | undefined, transcripts: readonly Transcript[]): CallToShow | undefined {
  const ofAnswer = (transcript: Transcript) => (judged === undefined ? undefined : transcript.callOf(judged));
  return first(transcripts, ofAnswer) ?? first(transcripts, ({ lastCall }) => lastCall);
}

function first(
  transcripts: readonly Transcript[],
  callIn: (transcript: Transcript) => RecordedCall | undefined,
): CallToShow | undefined {
  for (const transcript of transcripts) {
    const call = callIn(transcript);
    if (call !== undefined) return { call, endpoint: transcript.endpointOf(call) };
  }
  return undefined;
}
