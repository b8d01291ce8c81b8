/** Commands of this machine as a claim runs them: recorded as its evidence, and ended with it. */
import type { ClaimTools } from '../claims/tools';
import type { Transcript } from '../engine/transcript';
import { runCommand } from './command';

/** The `run` of one claim's tools. */
export function recordedCommands(transcript: Transcript, signal: AbortSignal): ClaimTools['run'] {
  return async (file, args, options) => {
    const begun = performance.now();
    const result = await runCommand(file, args, options, signal);
    transcript.ran({ command: [file, ...args].join(' '), ...result, ms: Math.round(performance.now() - begun) });
    return result;
  };
}
