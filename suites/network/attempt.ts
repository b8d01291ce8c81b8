/** `docker run` as a client does it: create, then start. Which of the two an engine refuses differs by its version. */
import type { ContainerOptions, ContainerRef } from '../../helpers/claims/maker';
import type { ClaimTools } from '../../helpers/claims/tools';
import { type Answer, succeeded } from '../../helpers/engine/answer';
import { objectOf } from '../../helpers/engine/engine';

export interface Attempt {
  /** The refusal, of create or of start; else the answer to start. */
  readonly answer: Answer;
  /** Undefined where create was refused. */
  readonly container: ContainerRef | undefined;
}

/** Creates and starts a container, and stops at the first refusal. */
export async function attemptRun(
  { engine, make }: Pick<ClaimTools, 'engine' | 'make'>,
  options: ContainerOptions,
): Promise<Attempt> {
  const name = make.name();
  const answer = await engine.post('/containers/create', { query: { name }, body: make.containerBody(options) });
  if (!succeeded(answer)) return { answer, container: undefined };
  const container = { id: String(objectOf(answer).Id), name };
  return { answer: await engine.start(container), container };
}

/** The container of an attempt that must have succeeded; the claim fails where it did not. */
export function ranAs(verify: ClaimTools['verify'], { answer, container }: Attempt, what: string): ContainerRef {
  verify.accepted(answer, what);
  return verify.present(container, what);
}
