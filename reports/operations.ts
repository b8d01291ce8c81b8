/** The measured times of a report, operation by operation, each with one spread an engine. */
import type { Column } from './columns';
import type { Operation, ReportTiming } from './report';
import { type Spread, spreadOf } from './spread';

export interface OperationTimes {
  readonly operation: Operation;
  readonly title: string;
  /** Milliseconds between which the times lie that the document printed, where it printed some. */
  readonly document?: readonly [least: number, most: number];
  readonly engines: readonly { readonly column: Column; readonly spread: Spread }[];
}

const OPERATIONS: readonly Omit<OperationTimes, 'engines'>[] = [
  { operation: 'ping', title: 'Ping of the engine' },
  { operation: 'create', title: 'Create a container' },
  { operation: 'start', title: 'Start it' },
  { operation: 'exec', title: 'Run a command in it' },
  { operation: 'stop', title: 'Stop it' },
  { operation: 'remove', title: 'Remove it' },
  { operation: 'network-create', title: 'Create a network' },
  { operation: 'network-remove', title: 'Remove a network' },
  { operation: 'volume-create', title: 'Create a volume' },
  { operation: 'volume-remove', title: 'Remove a volume' },
  // Round trips of the document: lines 175 to 199 on a bridge, lines 575 to 590 over an overlay network.
  { operation: 'round-trip-bridge', title: 'Round trip on a bridge', document: [0.056, 0.139] },
  { operation: 'round-trip-overlay', title: 'Round trip over an overlay network', document: [0.173, 0.572] },
];

/** In the order of a container's life; operations that nobody measured are left out. */
export function operationTimes(
  timings: readonly ReportTiming[],
  columns: readonly Column[],
): readonly OperationTimes[] {
  return OPERATIONS.flatMap((operation) => {
    const engines = columns.flatMap((column) => {
      const found = timings.find((each) => each.target === column.id && each.operation === operation.operation);
      const [first, ...rest] = found?.samples ?? [];
      return first === undefined ? [] : [{ column, spread: spreadOf([first, ...rest]) }];
    });
    return engines.length === 0 ? [] : [{ ...operation, engines }];
  });
}
