/** Times the engines of a run against each other, before anything is judged on them. */
import type { ReportFinding, ReportTiming } from '../../reports/report';
import type { PreparedTarget } from '../run/prepare';
import type { Measured } from '../run/run';
import { STEPS } from './operations';
import { type Track, takeInTurn } from './rounds';
import { openSubject } from './subject';

/**
 * Times every operation on every engine, one at a time while nothing else of this suite runs. What was made is removed again.
 *
 * @param samples of each operation and engine
 * @returns the times in the order of the engines; what could not be timed, as findings. Nothing where it was interrupted
 */
export async function measureTimes(
  prepared: readonly Pick<PreparedTarget, 'session'>[],
  samples: number,
  signal: AbortSignal,
): Promise<Measured> {
  const subjects = prepared.map(({ session }) => openSubject(session));
  try {
    const tracks = await takeInTurn(subjects, STEPS, samples, signal);
    const named = tracks.map((track, index) => ({ target: subjects[index]?.target ?? '', track }));
    return {
      timings: named.flatMap(({ target, track }) => timingsOf(target, track)),
      findings: named.flatMap(({ target, track }) => findingsOf(target, track)),
    };
  } catch (error) {
    if (signal.aborted) return { timings: [], findings: [] };
    throw error;
  } finally {
    // What is left shows when the host is put back.
    await Promise.all(subjects.map((subject) => subject.close()));
  }
}

function timingsOf(target: string, { samples }: Track): ReportTiming[] {
  return [...samples].flatMap(([operation, [first, ...rest]]) =>
    first === undefined ? [] : [{ target, operation, samples: [first, ...rest] }],
  );
}

function findingsOf(target: string, { refused, lost }: Track): ReportFinding[] {
  const finding = (message: string, details: string[]): ReportFinding => ({
    ...{ target, kind: 'not-timed', severity: 'notice', message, details },
  });
  if (lost !== undefined) return [finding('no times: it gave no more answers while they were measured', [lost])];
  if (refused.size === 0) return [];
  const details = [...refused].map(([operation, why]) => `${operation}: ${why}`);
  return [finding('some operations were not timed, nor what depends on them', details)];
}
