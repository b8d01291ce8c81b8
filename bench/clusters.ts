/** How long the claims of a cluster of two hosts take, once it is up. */
import { costOfRun, judgedOf } from './command';

const CLUSTERS = ['cluster:docker@20.10.24+etcd', 'cluster:docker@28.5.2+swarm'];
const BUDGET_MS = 60_000;
/** What needs the cluster; that of each host is measured elsewhere. */
const CLAIMS = ['overlay.*', 'swarm-mode.*', 'host.*'].flatMap((glob) => ['--only', glob]);

export interface ClusterFigures {
  readonly cluster: string;
  readonly judged: number;
  readonly errors: number;
  readonly runMs: number;
  /** With the start of its hosts and their removal. */
  readonly wallMs: number;
}

export async function clusterFigures(): Promise<readonly ClusterFigures[]> {
  const figures: ClusterFigures[] = [];
  for (const cluster of CLUSTERS) {
    const { report, runMs, wallMs } = await costOfRun([cluster], CLAIMS);
    figures.push({ cluster, ...judgedOf(report), runMs, wallMs });
  }
  return figures;
}

/** The rows of the table, as what, value and budget. */
export function clusterRows(figures: readonly ClusterFigures[]): (readonly [string, string, string])[] {
  return figures.map(({ cluster, judged, errors, runMs, wallMs }) => [
    `${cluster}, ${judged} claims${errors === 0 ? '' : `, ${errors} errors`}`,
    `${runMs} ms`,
    `budget ${BUDGET_MS} ms; with start and removal ${wallMs} ms`,
  ]);
}

/** Whether all of them are. */
export function clustersWithinBudget(figures: readonly ClusterFigures[]): boolean {
  return figures.every(({ runMs }) => runMs <= BUDGET_MS);
}
