/** What the arguments of a comparison are: engines to be judged, and reports of engines that were. */
import { realpathSync, statSync } from 'node:fs';
import { quoted } from '../target/quoted';
import { UsageError } from '../usage-error';

export interface Sides {
  /** As `--target` takes them. */
  readonly targets: readonly string[];
  /** Paths of reports. */
  readonly files: readonly string[];
}

/**
 * Tells the arguments apart: what ends in `.json`, and any file that is there, is a report; all else is a target. `./NAME` is
 * a file also where a configured target has that name.
 *
 * @param isTarget whether the configuration has a target of that name
 * @throws UsageError where there is nothing to compare, or one file is named twice
 */
export function sidesOf(args: readonly string[], isTarget: (text: string) => boolean): Sides {
  const files = args.filter((text) => !isTarget(text) && isReportFile(text));
  const targets = args.filter((text) => !files.includes(text));
  refuseTwice(files);
  if (args.length === 0 || (files.length === 0 && targets.length === 1)) {
    throw new UsageError(
      args.length === 0 ? 'nothing to compare' : `nothing to compare ${quoted(args[0] ?? '')} with`,
      'name two or more targets and report files, as: compare docker@20.10.24 docker@28.5.2 before/report.json',
    );
  }
  return { targets, files };
}

function isReportFile(text: string): boolean {
  return text.endsWith('.json') || statSync(text, { throwIfNoEntry: false })?.isFile() === true;
}

/** Two names of one file are one file. */
function refuseTwice(files: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const file of files) {
    const there = statSync(file, { throwIfNoEntry: false }) !== undefined;
    const key = there ? realpathSync(file) : file;
    const other = seen.get(key);
    if (other !== undefined) {
      const twice =
        other === file ? `${quoted(file)} is named twice` : `${quoted(other)} and ${quoted(file)} are one file`;
      throw new UsageError(twice, 'name each report once');
    }
    seen.set(key, file);
  }
}
