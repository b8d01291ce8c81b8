/** A lab host that did not come up. */
import { troubleIn } from '../bootstrap/daemon';
import { UsageError } from '../usage-error';

/** Thrown with all that the host wrote: where an engine that refuses to start is what a claim is about, that is the evidence. */
export class LabHostFailure extends UsageError {
  constructor(
    readonly kind: string,
    readonly how: 'ended' | 'silent',
    readonly log: string,
    limitMs: number,
    kept: string | undefined,
  ) {
    const what = how === 'ended' ? 'ended before it answered' : `did not answer within ${limitMs} ms`;
    super(
      `${kind} ${what}: ${troubleIn(log)}`,
      kept === undefined
        ? `engine-conformance run --target ${kind} keeps all that it wrote`
        : `see what it wrote: ${kept}`,
    );
  }
}
