/** Engines of the lab that are there while something is measured, and what they take of the machine. */
import { parseLabEngine } from '../helpers/lab/engine-name';
import { openLab } from '../helpers/lab/lab';
import { openOuterEngine } from '../helpers/lab/outer-engine';
import { startEngine } from '../helpers/lab/start-engine';
import { newRunId } from '../helpers/run/identity';
import { endpointUrl } from '../helpers/target/endpoint-url';
import { resolveDefault } from '../helpers/target/resolve';
import { type Taken, takenByGroupOf } from './control-groups';

export interface BenchHost {
  readonly kind: string;
  readonly endpoint: string;
  readonly name: string;
}

/** Starts engines at the same time, hands them over, and takes them away again, with a lab of its own. */
export async function withHosts<T>(
  engines: readonly string[],
  section: (hosts: readonly BenchHost[]) => Promise<T>,
): Promise<T> {
  const outer = await openOuterEngine(resolveDefault(process.env));
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const lab = openLab({ outer, owner: newRunId(), say, signal: new AbortController().signal });
  try {
    const started = await Promise.all(engines.map((name) => startEngine(lab, parseLabEngine(name))));
    return await section(
      started.map(({ kind, endpoint, hostname }) => ({ kind, endpoint: endpointUrl(endpoint), name: hostname })),
    );
  } finally {
    const left = await lab.close();
    outer.close();
    if (left.length > 0) process.exitCode = 1;
    for (const line of left) say(`left of the lab: ${line}`);
  }
}

/** What the hosts took together so far. They must be containers of this machine. */
export async function takenBy(hosts: readonly BenchHost[]): Promise<Taken> {
  const { engine, close } = await openOuterEngine(resolveDefault(process.env));
  try {
    const all = await Promise.all(
      hosts.map(async ({ name }) => {
        const { State } = await engine.inspect({ id: name, name });
        return takenByGroupOf(State?.Pid ?? 0);
      }),
    );
    const sum = (of: (taken: Taken) => number) => all.reduce((total, taken) => total + of(taken), 0);
    return { cpuMs: Math.round(sum(({ cpuMs }) => cpuMs)), memoryBytes: sum(({ memoryBytes }) => memoryBytes) };
  } finally {
    close();
  }
}
