/** What makes a report that was read less comparable than it looks, said as findings of its targets. */
import type { Report, ReportFinding } from '../../reports/report';
import { count } from '../../reports/values';
import type { Comparing } from './merge';

/** Ids that one finding lists. */
const LISTED = 20;

/** Settings by which verdicts or their number differ. */
const SETTINGS = ['only', 'skip', 'level', 'apiVersion', 'strict', 'repeat'] as const;

/** Findings for each target of a report from a file: claims that this version does not know, another tool, other settings. */
export function foreignFindings(
  report: Report,
  base: Report,
  { toolVersion, knownClaims }: Comparing,
): ReportFinding[] {
  return [
    ...unknownClaims(report, knownClaims),
    ...otherTool(report, toolVersion),
    ...otherSettings(report, base),
    ...interruptedRun(report),
  ].flatMap((finding) => report.targets.map(({ id }) => ({ target: id, severity: 'notice' as const, ...finding })));
}

type Said = Pick<ReportFinding, 'kind' | 'message' | 'details'>;

function unknownClaims(report: Report, known: ReadonlySet<string>): Said[] {
  const ids = report.claims.map(({ id }) => id).filter((id) => !known.has(id));
  if (ids.length === 0) return [];
  const rest = ids.length - LISTED;
  return [
    {
      kind: 'unknown-claims',
      message: `${count(ids.length, 'claim')} of this report ${ids.length === 1 ? 'is' : 'are'} not in the catalogue of this version`,
      details: rest > 0 ? [...ids.slice(0, LISTED), `and ${rest} more`] : ids,
    },
  ];
}

function otherTool({ tool }: Report, toolVersion: string): Said[] {
  if (tool.version === toolVersion) return [];
  return [
    {
      kind: 'other-version',
      message: `judged by version ${tool.version}, and this is ${toolVersion}: its checks may have been others`,
      details: [],
    },
  ];
}

function otherSettings({ run }: Report, base: Report): Said[] {
  const told = (name: (typeof SETTINGS)[number], { configuration }: Report['run']) =>
    JSON.stringify(configuration[name]);
  const other = SETTINGS.filter((name) => told(name, run) !== told(name, base.run));
  if (other.length === 0) return [];
  return [
    {
      kind: 'other-settings',
      message: 'judged with other settings than the rest of this comparison',
      details: other.map((name) => `${name}: ${told(name, run)}, elsewhere ${told(name, base.run)}`),
    },
  ];
}

function interruptedRun({ run }: Report): Said[] {
  return run.interrupted ? [{ kind: 'interrupted', message: 'its run was interrupted', details: [] }] : [];
}
