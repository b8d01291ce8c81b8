/** Writes the waivers that the differences of a gate would need, for a person to give the reasons. */
import { Document, isNode } from 'yaml';
import { compareText } from '../../reports/compare-text';
import { forTerminal } from '../../reports/escape';
import type { ReportComparison, ReportDifference } from '../../reports/report';

/** Days for which a proposal holds; who fills it in may say another day. */
const DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Width of comments. */
const WIDTH = 110;

const HEAD = ` Waivers for: engine-conformance gate --baseline … --accept FILE
 Say in each why it is accepted and who answers for it; without that the file is refused.`;

interface Group {
  readonly key: string;
  readonly subject: ReportDifference['subject'];
  readonly change: ReportDifference['change'];
  readonly since: ReportDifference['since'];
  readonly targets: readonly string[];
  readonly ids: string[];
}

/**
 * The text of a file of waivers: one for each known change, one for each claim that nobody explains, and drift by schema.
 * Reason and owner are empty.
 */
export function proposal(comparisons: readonly ReportComparison[], now: Date): string {
  const expires = new Date(now.getTime() + DAYS * DAY_MS).toISOString().slice(0, 10);
  const groups = groupsOf(comparisons);
  const document = new Document({ waivers: groups.map((group) => waiverOf(group, expires)) });
  document.commentBefore = HEAD;
  for (const [index, group] of groups.entries()) {
    const node = document.getIn(['waivers', index], true);
    if (isNode(node)) node.commentBefore = commentOf(group);
  }
  return document.toString({ lineWidth: 0 });
}

/** Differences of one kind on the same targets, with the same explanation. */
function groupsOf(comparisons: readonly ReportComparison[]): Group[] {
  const targets = new Map<string, { difference: ReportDifference; targets: string[] }>();
  for (const { target, differences } of comparisons) {
    for (const difference of differences.filter(({ accepted }) => !accepted)) {
      const key = JSON.stringify([difference.subject, difference.id, difference.change, difference.since]);
      const known = targets.get(key) ?? { difference, targets: [] };
      known.targets.push(target);
      targets.set(key, known);
    }
  }
  const groups = new Map<string, Group>();
  for (const { difference, targets: on } of targets.values()) {
    const { subject, change, since, id } = difference;
    const own = since === undefined ? (subject === 'claim' ? id : id.split(' ', 1)) : since;
    const key = JSON.stringify([subject, change, own, on]);
    const group = groups.get(key) ?? { key, subject, change, since, targets: on, ids: [] };
    group.ids.push(id);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function waiverOf({ subject, change, since, targets, ids }: Group, expires: string): Record<string, unknown> {
  const improves = change === 'fixed' || change === 'gone';
  return {
    [subject === 'claim' ? 'claims' : 'drift']: [...ids].sort(compareText),
    targets,
    ...(improves ? { changes: [change] } : {}),
    reason: '',
    owner: '',
    reference: since?.reference ?? '',
    expires,
  };
}

function commentOf({ change, since }: Group): string {
  const why = since === undefined ? 'nobody has said why' : `${since.why} (${since.engine})`;
  return ` ${forTerminal(`${change}: ${why}`, { limit: 10 * WIDTH })}`;
}
