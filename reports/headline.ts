/** What a report comes to, in one line, and what to do next. Unescaped: it names engines and targets. */
import { columnsOf } from './columns';
import { gateComparisons, unaccepted } from './comparisons';
import type { ExitStatus, Report } from './report';
import { shellWord } from './shell-word';
import { agreementWords, claimRows } from './side-by-side';
import { isDeparture, type Tally, tally } from './summarise';
import { count } from './values';
import { engineName } from './view';

export interface Headline {
  readonly word: 'CONFORMS' | 'COMPARED' | 'DEPARTS' | 'NOT JUDGED' | 'INCOMPLETE' | 'INTERRUPTED';
  readonly sentence: string;
}

const WORDS: Record<ExitStatus, Headline['word']> = {
  0: 'CONFORMS',
  1: 'DEPARTS',
  2: 'NOT JUDGED',
  3: 'INCOMPLETE',
  130: 'INTERRUPTED',
};

/** The verdict over the whole report. It follows the exit status, which is what scripts act on. */
export function headline(report: Report): Headline {
  const all = tally(report.results);
  if (report.run.compared) return comparedHeadline(report, all);
  if (gateComparisons(report).length > 0) return gateHeadline(report, all);
  const problems = report.findings.filter((finding) => finding.severity === 'problem').length;
  const wrong = [
    ...some(all.regressions, 'regression'),
    ...some(all.unexpectedPasses, 'unexpected pass', 'unexpected passes'),
    ...some(all.errors, 'error'),
    ...some(problems, 'problem'),
  ];
  const known = [...some(all.knownChanges, 'known change'), ...(all.waived > 0 ? [`${all.waived} waived`] : [])];
  const fine =
    all.asExpected === all.judged ? 'all as expected' : [`${all.asExpected} as expected`, ...known].join(', ');
  const parts = wrong.length > 0 ? [wrong.join(', '), subject(report, all)] : [subject(report, all)];
  if (wrong.length === 0 && all.judged > 0) parts.push(fine);
  return { word: WORDS[report.exitStatus], sentence: parts.join('; ') };
}

/** Of engines set side by side: in what they agree. Whether one departs decides nothing. */
function comparedHeadline(report: Report, all: Tally): Headline {
  const rows = claimRows(report, columnsOf(report.targets));
  const parts = [
    `${count(report.targets.length, 'engine')}, ${count(rows.length, 'claim')}: ${agreementWords(rows)}`,
    ...some(all.errors, 'error'),
  ];
  return { word: report.exitStatus === 0 ? 'COMPARED' : WORDS[report.exitStatus], sentence: parts.join('; ') };
}

/** Of a gate: what changed decides, not what is known of an engine. */
function gateHeadline(report: Report, all: Tally): Headline {
  const comparisons = gateComparisons(report);
  const open = comparisons.flatMap(unaccepted);
  const accepted = comparisons.flatMap(({ differences }) => differences).length - open.length;
  const compared = comparisons.reduce((sum, comparison) => sum + comparison.compared, 0);
  const having = (...changes: readonly string[]) => open.filter(({ change }) => changes.includes(change)).length;
  const changed = [
    ...some(having('regression'), 'regression'),
    ...(having('changed-reason') > 0 ? [`${having('changed-reason')} otherwise`] : []),
    ...some(having('new'), 'new place of drift', 'new places of drift'),
    ...(having('fixed', 'gone') > 0 ? [`${having('fixed', 'gone')} better than it was`] : []),
    ...some(comparisons.flatMap(({ waivers }) => waivers).length, 'waiver not in order', 'waivers not in order'),
    ...some(all.errors, 'error'),
  ];
  const names = [...new Set(comparisons.map(({ baseline }) => baseline.name))].join(', ');
  const parts = [
    changed.length > 0 ? changed.join(', ') : compared === 0 ? 'nothing could be compared' : 'nothing changed',
    ...(accepted > 0 ? [`${accepted} accepted`] : []),
    `${count(compared, 'claim')} compared with ${names}`,
    subject(report, all),
  ];
  return { word: WORDS[report.exitStatus], sentence: parts.join('; ') };
}

/** A step that helps, and the command for it where there is one. */
export interface NextStep {
  readonly text: string;
  readonly command?: string;
}

/**
 * What to do next.
 *
 * @param reportPath where report.json was written, where it was
 */
export function nextStep(report: Report, reportPath?: string): NextStep {
  const first =
    report.exitStatus === 1
      ? report.results.find(isDeparture)
      : report.results.find((result) => result.verdict === 'error');
  const target = first?.target ?? report.targets[0]?.id;
  const bootstrap = report.run.configuration.bootstrap;
  const at = bootstrap ? ' --bootstrap' : target === undefined ? '' : ` --target ${shellWord(target)}`;
  const again = first === undefined ? '' : ` --only ${shellWord(first.claim)}`;
  // What came from a file is not to be reached by its name.
  if (report.targets.find(({ id }) => id === target)?.source.startsWith('report ') && report.exitStatus === 3) {
    return { text: 'judge again what was not judged, and compare again' };
  }
  const [gate] = gateComparisons(report);
  if (gate !== undefined && report.exitStatus === 1) {
    if (!gateComparisons(report).some((comparison) => unaccepted(comparison).length > 0)) {
      return { text: 'delete the waivers that are not in order' };
    }
    const command = `engine-conformance gate --baseline ${shellWord(gate.baseline.name)}${at} --propose waivers.yaml`;
    return { text: 'accept what is meant to change', command };
  }
  switch (report.exitStatus) {
    case 0:
      return reportPath === undefined
        ? { text: 'nothing to mend' }
        : { text: 'read it whole', command: `engine-conformance report ${shellWord(reportPath)} --format md` };
    case 1:
      return { text: 'try one alone', command: `engine-conformance run${at}${again}` };
    case 2:
      return { text: 'see what is missing on this machine', command: 'engine-conformance doctor' };
    case 3:
      return { text: 'try again what was not judged', command: `engine-conformance run${at}${again}` };
    case 130:
      return { text: 'remove what may be left', command: `engine-conformance clean${bootstrap ? '' : at}` };
  }
}

function subject(report: Report, all: Tally): string {
  const [only] = report.targets;
  const where =
    only !== undefined && report.targets.length === 1 ? engineName(only) : count(report.targets.length, 'target');
  const planned = report.plan.reduce((sum, plan) => sum + plan.planned, 0);
  const judged = all.judged < planned ? `${all.judged} of ${planned} claims` : count(all.judged, 'claim');
  return `${judged} judged on ${where}`;
}

function some(number: number, singular: string, plural?: string): string[] {
  return number === 0 ? [] : [count(number, singular, plural)];
}
