/** One run that is interrupted by force at a moment: how it ended, and what was left when `clean` had been there. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readReport } from '../../reports/read';
import type { LabHost } from '../lab/lab-host';

/** By whom a run is interrupted: it is killed itself, its engine loses power, or the way to its engine is cut. */
export const INTERRUPTIONS = ['run killed', 'engine killed', 'network cut'] as const;
export type Interruption = (typeof INTERRUPTIONS)[number];

export interface Interrupted {
  /** Null where a signal ended it. */
  readonly status: number | null;
  /** Whether the run had ended by itself before the moment came. */
  readonly tooLate: boolean;
  /** Milliseconds from the moment to the end of the run. */
  readonly endedAfterMs: number;
  /** What the run says of the engine that it must not: claims that failed and are no known change. */
  readonly blamed: readonly string[];
}

/** Milliseconds after the moment within which a run must have ended. */
export const END_LIMIT_MS = 90_000;

/**
 * Runs the claims on the host's engine and interrupts that at the moment.
 *
 * @param command the path of our command
 */
export async function interruptAt(
  host: LabHost,
  how: Interruption,
  momentMs: number,
  command: string,
): Promise<Interrupted> {
  const output = join(tmpdir(), `engine-conformance-interrupted-${randomUUID()}`);
  const child = spawn(process.execPath, [command, 'run', '-t', addressOf(host), '--output', output], {
    stdio: 'ignore',
  });
  let ended = false;
  const end = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (status) => {
      ended = true;
      resolve(status);
    });
  });
  try {
    await delay(momentMs);
    const tooLate = ended;
    const from = performance.now();
    const heal = await ACTIONS[how](host, () => child.kill('SIGKILL'));
    const status = await Promise.race([end, limitOf(END_LIMIT_MS)]);
    const endedAfterMs = Math.round(performance.now() - from);
    await heal();
    if (status === 'limit') return { status: null, tooLate, endedAfterMs, blamed: ['the run did not end'] };
    return { status, tooLate, endedAfterMs, blamed: status === 3 || status === 1 ? blamed(output) : [] };
  } finally {
    if (!ended) child.kill('SIGKILL');
    await end;
    await rm(output, { recursive: true, force: true });
  }
}

/** The endpoint of a host as the command takes it. */
export function addressOf({ endpoint }: LabHost): string {
  return `tcp://${endpoint.host}:${endpoint.port}`;
}

/** What each does at the moment, and then, when the run has ended, to mend it. */
const ACTIONS: Record<Interruption, (host: LabHost, kill: () => void) => Promise<() => Promise<void>>> = {
  'run killed': async (_host, kill) => {
    kill();
    return async () => {};
  },
  'engine killed': async (host) => {
    await host.stop();
    // Back while the run still goes on: what it does with an engine that forgot its containers' processes is the trial.
    await host.start();
    return async () => {};
  },
  'network cut': async (host) => {
    const rule = (action: string) => ['iptables', '-w', action, 'INPUT', '-i', 'eth0', '-j', 'DROP'];
    await host.run(rule('-I'));
    return async () => void (await host.run(rule('-D')));
  },
};

function limitOf(ms: number): Promise<'limit'> {
  return delay(ms, 'limit' as const, { ref: false });
}

function blamed(output: string): string[] {
  return readReport(join(output, 'report.json'))
    .results.filter(({ outcome }) => outcome === 'regression' || outcome === 'unexpected-pass')
    .map(({ claim, reason }) => `${claim}: ${reason ?? ''}`);
}
