/** Names of targets that no other target of a comparison has. */
import { basename } from 'node:path';
import type { Report } from '../../reports/report';
import type { Source } from './merge';

/**
 * For each report, its targets' ids and those that they get. What one report alone has keeps its name; else the file is added,
 * its whole path where two files have one name, and then a number.
 */
export function uniqueIds(sources: readonly Source[]): readonly ReadonlyMap<string, string>[] {
  const all = sources.flatMap(({ report }) => report.targets.map(({ id }) => id));
  const taken = new Set(all.filter((id) => !isTwice(all, id)));
  return sources.map(({ file, report }) => {
    const names = new Map<string, string>();
    for (const { id } of report.targets) {
      const name = isTwice(all, id) ? freeName(id, file, taken) : id;
      taken.add(name);
      names.set(id, name);
    }
    return names;
  });
}

/** The report with its targets under other names. */
export function renamed(report: Report, names: ReadonlyMap<string, string>): Report {
  if ([...names].every(([id, name]) => id === name)) return report;
  const nameOf = (id: string) => names.get(id) ?? id;
  const of = <T extends { readonly target: string }>(items: readonly T[]) =>
    items.map((item) => ({ ...item, target: nameOf(item.target) }));
  return {
    ...report,
    targets: report.targets.map((target) => ({ ...target, id: nameOf(target.id) })),
    plan: of(report.plan),
    results: of(report.results),
    findings: of(report.findings),
    drift: of(report.drift),
    timings: of(report.timings),
    comparisons: of(report.comparisons),
    summary: of(report.summary),
  };
}

function isTwice(all: readonly string[], id: string): boolean {
  return all.indexOf(id) !== all.lastIndexOf(id);
}

function freeName(id: string, file: string | undefined, taken: ReadonlySet<string>): string {
  const names = file === undefined ? [id] : [`${id} (${basename(file)})`, `${id} (${file})`];
  const free = names.find((name) => !taken.has(name));
  if (free !== undefined) return free;
  let number = 2;
  while (taken.has(`${id} #${number}`)) number += 1;
  return `${id} #${number}`;
}
