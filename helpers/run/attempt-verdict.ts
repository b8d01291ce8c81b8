/** What is said of a claim after one attempt, by what its body threw. */
import { type Answer, errorMessage, succeeded } from '../engine/answer';
import type { EngineClient } from '../engine/client';
import { isEngineTrouble, messageOf } from '../engine/trouble';
import { isClaimFailure } from '../verdict/failure';
import type { ClaimResult } from './result';

/** A verdict with what led to it. */
export interface AttemptVerdict extends Pick<ClaimResult, 'verdict' | 'reason' | 'failure'> {
  /** The answer that did not hold, where it was one that was judged. */
  readonly answer?: Answer | undefined;
}

export const PASSED: AttemptVerdict = { verdict: 'pass', reason: null };
export const NOTHING_VERIFIED: AttemptVerdict = { verdict: 'error', reason: 'the body verified nothing' };
export const INTERRUPTED: AttemptVerdict = { verdict: 'error', reason: 'the run was interrupted' };

/** A verification that fails on an engine that is gone says nothing of what was claimed. */
const GONE: AttemptVerdict = { verdict: 'error', reason: 'the engine stopped answering while this was tried' };

/**
 * By these an engine says that something else has led it astray. Podman 3: a container that was to join a network by its id
 * keeps that in mind though it was refused, and until it is gone every answer about networks is this one (measured on 3.0.1).
 */
const ASTRAY = /network inspection mismatch: asked to join/;

/** The verdict on a body that threw, in a run that was not interrupted: an assertion is the engine's failure, all else an error. */
export async function verdictOf(thrown: unknown, clients: readonly EngineClient[]): Promise<AttemptVerdict> {
  if (isClaimFailure(thrown)) {
    if ((await Promise.all(clients.map(answers))).includes(false)) return GONE;
    const { what, expected, observed, answer } = thrown;
    if (answer !== undefined && !succeeded(answer) && ASTRAY.test(errorMessage(answer)))
      return { verdict: 'error', reason: `the engine was led astray before: ${thrown.message}`, answer };
    return { verdict: 'fail', reason: thrown.message, failure: { what, expected, observed }, answer };
  }
  if (isEngineTrouble(thrown)) return { verdict: 'error', reason: `the engine gave no answer: ${thrown.message}` };
  return { verdict: 'error', reason: messageOf(thrown) };
}

/** Does the engine still answer at all, whatever it says? */
async function answers(client: EngineClient): Promise<boolean> {
  try {
    await client.send({ method: 'GET', path: '/_ping', apiVersion: null });
    return true;
  } catch (error) {
    if (isEngineTrouble(error)) return false;
    throw error;
  }
}
