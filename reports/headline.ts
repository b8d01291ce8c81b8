/** What a report comes to, in one line, and what to do next. Unescaped: it names engines and targets. */
import type { ExitStatus, Report } from './report';
import { shellWord } from './shell-word';
import { isDeparture, type Tally, tally } from './summarise';
import { count } from './values';
import { engineName } from './view';

export interface Headline {
  readonly word: 'CONFORMS' | 'DEPARTS' | 'NOT JUDGED' | 'INCOMPLETE' | 'INTERRUPTED';
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
