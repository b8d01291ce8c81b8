/** What a process's control group took, as the kernel of this machine counts it: with all groups below it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = '/sys/fs/cgroup';

/** What hosts took together. */
export interface Taken {
  /** Milliseconds of processor time since they were started. */
  readonly cpuMs: number;
  /** Bytes of memory without what the kernel can drop at once (inactive pages of files). */
  readonly memoryBytes: number;
}

/** Of the group of a process on this machine, by version 1 or 2 of control groups. */
export function takenByGroupOf(pid: number): Taken {
  const groups = new Map(
    readFileSync(`/proc/${pid}/cgroup`, 'utf8')
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [, controllers = '', path = ''] = line.split(':');
        return controllers.split(',').map((controller): [string, string] => [controller, path]);
      }),
  );
  const [processor, memory] = [groups.get('cpuacct'), groups.get('memory')];
  if (processor === undefined || memory === undefined) return unified(join(ROOT, groups.get('') ?? ''));
  const [ofProcessor, ofMemory] = [join(ROOT, 'cpuacct', processor), join(ROOT, 'memory', memory)];
  return {
    cpuMs: number(join(ofProcessor, 'cpuacct.usage')) / 1e6,
    memoryBytes:
      number(join(ofMemory, 'memory.usage_in_bytes')) - field(join(ofMemory, 'memory.stat'), 'total_inactive_file'),
  };
}

function unified(group: string): Taken {
  return {
    cpuMs: field(join(group, 'cpu.stat'), 'usage_usec') / 1e3,
    memoryBytes: number(join(group, 'memory.current')) - field(join(group, 'memory.stat'), 'inactive_file'),
  };
}

function number(path: string): number {
  return Number(readFileSync(path, 'utf8'));
}

function field(path: string, name: string): number {
  const line = readFileSync(path, 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name} `));
  if (line === undefined) throw new Error(`${path} has no ${name}`);
  return Number(line.slice(name.length));
}
