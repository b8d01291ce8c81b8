/** Commands run in a running container. */
import type { ContainerRef } from '../claims/maker';
import { documentOf, objectOf } from './answer';
import type { Body, Send } from './calls';
import { outputOf } from './output';
import { EngineTrouble } from './trouble';

export interface ExecResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a command and waits for its end.
 *
 * @param more further fields of the exec, as `User`
 * @throws UnexpectedAnswer where it is refused, EngineTrouble where it has no id, no whole output or no exit status
 */
export async function runInContainer(
  send: Send,
  container: ContainerRef,
  command: readonly string[],
  limitMs: number,
  more: Body,
): Promise<ExecResult> {
  const body = { Cmd: [...command], AttachStdout: true, AttachStderr: true, ...more };
  const id = objectOf(await send({ method: 'POST', path: `/containers/${container.id}/exec`, body })).Id;
  if (typeof id !== 'string' || !/^[0-9a-zA-Z]+$/.test(id)) {
    throw new EngineTrouble('malformed', `exec create answered no Id: ${JSON.stringify(id)?.slice(0, 200)}`);
  }
  const start = { Detach: false, Tty: false };
  const output = outputOf(await send({ method: 'POST', path: `/exec/${id}/start`, body: start, limitMs }));
  const exec = documentOf<{ ExitCode?: number | null }>(await send({ method: 'GET', path: `/exec/${id}/json` }));
  if (typeof exec.ExitCode === 'number') return { exitCode: exec.ExitCode, ...output };
  const seen = JSON.stringify(exec);
  throw new EngineTrouble('malformed', `the output of exec ended, and it has no exit code: ${seen}`);
}
