/**
 * What further engines cost: one, two, four and eight engines of one kind judged at the same time, in one go, and how much of the
 * machine the suite and the engines took meanwhile; and the memory of eight different engines.
 */
import { availableParallelism } from 'node:os';
import { costOfRun, judgedOf } from './command';
import type { Taken } from './control-groups';
import { type BenchHost, takenBy, withHosts } from './lab-hosts';

const KIND = 'docker@28.5.2';
const SIZES = [1, 2, 4, 8] as const;
/** How many times the wall time of one engine. */
const BUDGET_RATIOS: Readonly<Record<number, number>> = { 2: 1.6, 4: 2.2 };

const EIGHT = [
  ...['docker@20.10.5', 'docker@20.10.24', 'docker@26.1.5', 'docker@28.5.2'],
  ...['podman@3.0.1', 'podman@4.3.1', 'podman@5.4.2', 'podman@5.8.6'],
];
/** It answers no more soon after some calls come at the same time: its memory counts, and it is not judged. */
const NOT_JUDGED = 'podman@3.0.1';
const BUDGET_MEMORY_MIB = 1536;
/** How often memory is looked at while engines are judged, in milliseconds. */
const LOOK_MS = 2000;

export interface SizeFigures {
  readonly engines: number;
  readonly judged: number;
  readonly errors: number;
  readonly runMs: number;
  /** How many times that of one engine. */
  readonly ratio: number;
  /** Processor time of the suite and of all the engines, as a share of what the machine has in that time. */
  readonly suiteShare: number;
  readonly enginesShare: number;
  readonly enginesCpuMs: number;
}

export interface EnginesFigures {
  readonly kind: string;
  readonly processors: number;
  readonly sizes: readonly SizeFigures[];
  /** Of eight different engines: just started, and at most while seven of them are judged. */
  readonly memory: { readonly idleMib: number; readonly busiestMib: number };
}

/** @param rounds of all the sizes; that of the middle counts for each */
export async function enginesFigures(rounds: number): Promise<EnginesFigures> {
  const sizes = await withHosts(Array<string>(Math.max(...SIZES)).fill(KIND), async (hosts) => {
    const taken: Omit<SizeFigures, 'ratio'>[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const size of SIZES) taken.push(await judgedTogether(hosts.slice(0, size)));
    }
    return middles(taken);
  });
  return { kind: KIND, processors: availableParallelism(), sizes, memory: await memoryOfEight() };
}

async function judgedTogether(hosts: readonly BenchHost[]): Promise<Omit<SizeFigures, 'ratio'>> {
  const before = await takenBy(hosts);
  const { report, runMs, wallMs, cpuMs } = await costOfRun(hosts.map(({ endpoint }) => endpoint));
  const enginesCpuMs = (await takenBy(hosts)).cpuMs - before.cpuMs;
  const share = (ms: number) => Math.round((ms / (wallMs * availableParallelism())) * 100) / 100;
  return {
    engines: hosts.length,
    ...judgedOf(report),
    ...{ runMs, enginesCpuMs, suiteShare: share(cpuMs), enginesShare: share(enginesCpuMs) },
  };
}

function middles(taken: readonly Omit<SizeFigures, 'ratio'>[]): SizeFigures[] {
  const of = SIZES.map((size) => {
    const own = taken.filter(({ engines }) => engines === size).sort((a, b) => a.runMs - b.runMs);
    return own[Math.floor((own.length - 1) / 2)];
  }).filter((figures) => figures !== undefined);
  const one = of[0]?.runMs ?? Number.NaN;
  return of.map((figures) => ({ ...figures, ratio: Math.round((figures.runMs / one) * 100) / 100 }));
}

function mibOf({ memoryBytes }: Taken): number {
  return Math.round(memoryBytes / (1024 * 1024));
}

async function memoryOfEight(): Promise<EnginesFigures['memory']> {
  return withHosts(EIGHT, async (hosts) => {
    const idleMib = mibOf(await takenBy(hosts));
    const judged = hosts.filter(({ kind }) => kind !== NOT_JUDGED).map(({ endpoint }) => endpoint);
    let busiestMib = idleMib;
    let looking: Promise<void> = Promise.resolve();
    const timer = setInterval(() => {
      looking = looking.then(async () => {
        busiestMib = Math.max(busiestMib, mibOf(await takenBy(hosts)));
      });
    }, LOOK_MS);
    try {
      await costOfRun(judged);
    } finally {
      clearInterval(timer);
      await looking;
    }
    return { idleMib, busiestMib };
  });
}

/** The rows of the table, as what, value and budget. */
export function enginesRows({
  kind,
  sizes,
  memory,
  processors,
}: EnginesFigures): (readonly [string, string, string])[] {
  return [
    ...sizes.map(({ engines, runMs, ratio, suiteShare, enginesShare, errors }): readonly [string, string, string] => {
      const budget = BUDGET_RATIOS[engines];
      const busy = `${Math.round(enginesShare * 100)} % engines, ${Math.round(suiteShare * 100)} % suite of ${processors} processors`;
      return [
        `${engines} × ${kind}${errors === 0 ? '' : `, ${errors} errors`}`,
        `${runMs} ms, × ${ratio}`,
        `${budget === undefined ? '' : `budget × ${budget}; `}${busy}`,
      ];
    }),
    ['memory of eight engines, just started', `${memory.idleMib} MiB`, `budget ${BUDGET_MEMORY_MIB} MiB`],
    ['at most, while seven are judged', `${memory.busiestMib} MiB`, `budget ${BUDGET_MEMORY_MIB} MiB`],
  ];
}

/** Whether all is within the budgets. */
export function enginesWithinBudget({ sizes, memory }: EnginesFigures): boolean {
  const quick = sizes.every(({ engines, ratio }) => ratio <= (BUDGET_RATIOS[engines] ?? Number.POSITIVE_INFINITY));
  return quick && memory.busiestMib <= BUDGET_MEMORY_MIB;
}
