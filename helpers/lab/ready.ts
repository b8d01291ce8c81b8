/** Whether what a host was started for answers, or has ended. */
import { get } from 'node:http';
import type { Engine } from '../engine/engine';
import { isEngineTrouble } from '../engine/trouble';
import { poll } from '../verdict/poll';
import type { Recipe } from './recipe';
import { speaksTls } from './speaks-tls';

/** How long one look may take. */
const LOOK_LIMIT_MS = 1_000;

export type Readiness = 'ready' | 'ended' | 'silent';

/**
 * Waits until a host answers.
 *
 * @param sign of its readiness, as a recipe has it
 * @returns `ended` where its first process ended instead, `silent` where neither happened within the limit
 * @throws the signal's reason where it aborts
 */
export async function untilReady(
  engine: Engine,
  id: string,
  port: number,
  sign: Recipe['ready'],
  limitMs: number,
  signal: AbortSignal,
): Promise<Readiness> {
  const look = async (): Promise<Readiness> => {
    const ready = sign === 'tls' ? await speaksTls(port, LOOK_LIMIT_MS) : await answers(port, sign);
    if (ready) return 'ready';
    return (await hasEnded(engine, id)) ? 'ended' : 'silent';
  };
  const { last } = await poll(look, (seen) => seen !== 'silent', limitMs, signal);
  return last;
}

async function hasEnded(engine: Engine, id: string): Promise<boolean> {
  try {
    const { State } = await engine.inspect({ id, name: id });
    return State?.Status === 'exited' || State?.Status === 'dead';
  } catch (error) {
    // Busy with the start; the limit says when it has been so for too long.
    if (isEngineTrouble(error)) return false;
    throw error;
  }
}

function answers(port: number, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = get({ host: '127.0.0.1', port, path, timeout: LOOK_LIMIT_MS, agent: false }, (answer) => {
      answer.destroy();
      resolve(answer.statusCode === 200);
    });
    asked.on('timeout', () => asked.destroy(new Error('no answer')));
    // Nobody listens yet: that is what is waited for.
    asked.on('error', () => resolve(false));
  });
}
