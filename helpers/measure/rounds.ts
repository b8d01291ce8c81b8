/** Takes samples of many engines in turn, one operation at a time, so that a noisy machine is as unfair to one as to another. */
import type { Operation } from '../../reports/report';
import { UnexpectedAnswer } from '../engine/answer';
import { isEngineTrouble, messageOf } from '../engine/trouble';
import { NotMeasured } from './not-measured';

/** An operation, and how it is timed on a subject. */
export interface Step<Subject> {
  readonly operation: Operation;
  /** What it makes no sense without. */
  readonly after?: Operation;
  /** Whether it is for this subject at all; for every one where nothing is said. */
  readonly isFor?: (subject: Subject) => boolean;
  /** Milliseconds that it took. Throws UnexpectedAnswer or NotMeasured where it could not be had. */
  readonly run: (subject: Subject) => Promise<number>;
}

/** What came of one subject. */
export interface Track {
  readonly samples: ReadonlyMap<Operation, readonly number[]>;
  /** Operations that it refused, and why. What depends on them is left out too. */
  readonly refused: ReadonlyMap<Operation, string>;
  /** Why it was given up altogether: it gave no more answers. */
  readonly lost?: string;
}

interface OpenTrack<Subject> {
  readonly subject: Subject;
  readonly samples: Map<Operation, number[]>;
  readonly refused: Map<Operation, string>;
  lost?: string;
}

/**
 * In each round every step is taken on all subjects, one after the other, and each round begins with another of them. A round
 * before the first, by which caches are filled, is not counted.
 *
 * @param rounds samples of each operation and subject
 * @returns one track a subject, in their order; each operation has all its samples or none
 */
export async function takeInTurn<Subject>(
  subjects: readonly Subject[],
  steps: readonly Step<Subject>[],
  rounds: number,
  signal: AbortSignal,
): Promise<readonly Track[]> {
  const tracks = subjects.map((subject): OpenTrack<Subject> => ({ subject, samples: new Map(), refused: new Map() }));
  for (let round = 0; round <= rounds; round += 1) {
    const turn = round % Math.max(1, tracks.length);
    for (const step of steps) {
      for (const track of [...tracks.slice(turn), ...tracks.slice(0, turn)]) {
        signal.throwIfAborted();
        await take(step, steps, track, round > 0);
      }
    }
  }
  return tracks.map((track) => closed(track, steps));
}

async function take<Subject>(
  step: Step<Subject>,
  steps: readonly Step<Subject>[],
  track: OpenTrack<Subject>,
  counts: boolean,
): Promise<void> {
  if (track.lost !== undefined || isRefused(step, steps, track) || step.isFor?.(track.subject) === false) return;
  try {
    const ms = await step.run(track.subject);
    if (counts) track.samples.set(step.operation, [...(track.samples.get(step.operation) ?? []), ms]);
  } catch (error) {
    if (isEngineTrouble(error) && error.kind !== 'aborted') track.lost = `${step.operation}: ${messageOf(error)}`;
    else if (error instanceof UnexpectedAnswer || error instanceof NotMeasured)
      track.refused.set(step.operation, messageOf(error));
    else throw error;
  }
}

/** Whether the engine refused the operation, or one that it comes after. */
function isRefused<Subject>(
  { operation, after }: Step<Subject>,
  steps: readonly Step<Subject>[],
  track: Pick<Track, 'refused'>,
): boolean {
  if (track.refused.has(operation)) return true;
  const before = steps.find((step) => step.operation === after);
  return before !== undefined && isRefused(before, steps, track);
}

function closed<Subject>(track: OpenTrack<Subject>, steps: readonly Step<Subject>[]): Track {
  const { refused, lost, samples } = track;
  const whole = [...samples].filter(([operation]) => {
    const step = steps.find((each) => each.operation === operation);
    return step !== undefined && !isRefused(step, steps, track);
  });
  return { refused, samples: new Map(lost === undefined ? whole : []), ...(lost === undefined ? {} : { lost }) };
}
