/** What a gate compares with: a baseline, or one target of the report of an earlier run. */

import { baselineOf } from '../../reports/baseline';
import { forTerminal } from '../../reports/escape';
import { type Measurement, readMeasurement } from '../../reports/read-baseline';
import type { Report, ReportTarget } from '../../reports/report';
import { makeBaseline } from '../baseline/make';
import { UsageError } from '../usage-error';
import type { Reference } from './compare';

/** Gives what each target of a run is compared with. */
export interface References {
  /** @throws UsageError where the report has several targets, and none that is plainly the one */
  of(target: ReportTarget): Reference;
}

/**
 * Reads the file of `--baseline`.
 *
 * @param chosen of a report of several targets the one to compare with, by its id
 * @throws UsageError where the file is no measurement, or its run was interrupted, or the choice is none
 */
export function readReferences(path: string, chosen?: string): References {
  return referencesIn(readMeasurement(path), path, chosen);
}

/** As `readReferences`, of a file that has been read. */
export function referencesIn(measurement: Measurement, path: string, chosen?: string): References {
  const name = forTerminal(path, { limit: 300 });
  if (measurement.kind === 'baseline') {
    if (chosen !== undefined) {
      throw new UsageError(
        `${name} is a baseline of one engine: --baseline-target has nothing to choose`,
        'leave it out',
      );
    }
    const { baseline } = measurement;
    return { of: () => ({ name: path, baseline, toolVersion: null }) };
  }
  const { report } = measurement;
  if (report.run.interrupted) {
    throw new UsageError(`the run of ${name} was interrupted: nothing can be compared with it`, 'name a whole run');
  }
  if (report.targets.length === 0) throw new UsageError(`${name} has no target`, 'name the report of a whole run');
  const fixed = chosen === undefined ? onlyTarget(report) : chosenTarget(report, chosen, name);
  return {
    of: (target) => referenceTo(report, fixed ?? likeTarget(report, target, name), path),
  };
}

function referenceTo(report: Report, { id }: ReportTarget, path: string): Reference {
  // What ended in an error there is in no baseline, so that the comparison names it as not compared.
  const judged = { ...report, results: report.results.filter(({ verdict }) => verdict !== 'error') };
  const { target, claims, drift } = makeBaseline(judged, id);
  return { name: path, baseline: baselineOf(target, claims, drift), toolVersion: report.tool.version };
}

function onlyTarget({ targets }: Report): ReportTarget | undefined {
  return targets.length === 1 ? targets[0] : undefined;
}

function chosenTarget({ targets }: Report, chosen: string, name: string): ReportTarget {
  const found = targets.find(({ id }) => id === chosen);
  if (found !== undefined) return found;
  throw new UsageError(
    `${name} has no target ${forTerminal(chosen, { limit: 100 })}`,
    `its targets are ${listed(targets)}`,
  );
}

/** The one of the same id, or the only one of the same vendor. */
function likeTarget({ targets }: Report, { id, vendor }: ReportTarget, name: string): ReportTarget {
  const same = targets.find((target) => target.id === id);
  const akin = targets.filter((target) => target.vendor === vendor);
  const found = same ?? (akin.length === 1 ? akin[0] : undefined);
  if (found !== undefined) return found;
  throw new UsageError(
    `${name} has ${targets.length} targets, and it is not plain with which ${forTerminal(id, { limit: 100 })} is to be compared`,
    `choose one with --baseline-target: ${listed(targets)}`,
  );
}

function listed(targets: readonly ReportTarget[]): string {
  return targets.map(({ id }) => forTerminal(id, { limit: 60 })).join(', ');
}
