/** Answers that carry the output of a process. */
import { succeeded, UnexpectedAnswer } from './answer';
import type { RawAnswer } from './client';
import { demultiplex, type Output } from './multiplex';
import { EngineTrouble, messageOf } from './trouble';

/**
 * The output that was answered.
 *
 * @throws UnexpectedAnswer where the call was refused, EngineTrouble where the frames are cut or are none
 */
export function outputOf(answer: RawAnswer): Output {
  if (!succeeded(answer)) throw new UnexpectedAnswer(answer);
  try {
    return demultiplex(answer.bytes);
  } catch (error) {
    throw new EngineTrouble('malformed', `${answer.path}: ${messageOf(error)}`, { cause: error });
  }
}

/** The output in an answer as evidence shows it, without its frames; undefined where it holds none. */
export function shownOutput(answer: RawAnswer): string | undefined {
  if (!succeeded(answer) || !isMultiplexed(answer)) return undefined;
  try {
    const { stdout, stderr } = demultiplex(answer.bytes);
    return stdout + stderr;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function isMultiplexed({ json, bytes }: RawAnswer): boolean {
  const first = bytes[0];
  return json === undefined && bytes.length >= 8 && first !== undefined && first <= 2 && bytes[1] === 0;
}
