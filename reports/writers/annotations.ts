/**
 * Annotations of GitHub: what departs, or changed, as workflow commands
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands).
 */
import { changeWords, gateComparisons, sinceWords, unaccepted } from '../comparisons';
import { forTerminal } from '../escape';
import type { Report, ReportDifference, ReportResult } from '../report';
import { isDeparture } from '../summarise';

/** GitHub shows this many of each level of a step; the last says how many there are besides. */
const SHOWN = 10;

/** Longest title and message, in characters. */
const TITLE = 120;
const MESSAGE = 500;

interface Annotation {
  readonly level: 'error' | 'warning';
  readonly title: string;
  readonly message: string;
}

/** One line each, errors first; none of a report in which nothing departs. */
export function annotations(report: Report): string[] {
  const all = [...(gateComparisons(report).length > 0 ? ofGate(report) : ofRun(report)), ...ofErrors(report)];
  return (['error', 'warning'] as const).flatMap((level) => {
    const own = all.filter((annotation) => annotation.level === level);
    const more = own.length - SHOWN;
    if (more <= 0) return own.map(command);
    const rest = { level, title: `${more + 1} more`, message: 'see the job summary, or report.md' };
    return [...own.slice(0, SHOWN - 1), rest].map(command);
  });
}

function ofGate(report: Report): Annotation[] {
  return gateComparisons(report).flatMap((comparison) => [
    ...unaccepted(comparison).map((difference) => ofDifference(difference, comparison.target)),
    ...comparison.waivers.map(({ where, message }) => ({ level: 'error' as const, title: where, message })),
  ]);
}

function ofDifference(difference: ReportDifference, target: string): Annotation {
  const { change, subject, id, was, is } = difference;
  const since = sinceWords(difference);
  return {
    level: change === 'regression' || (subject === 'claim' && change === 'changed-reason') ? 'error' : 'warning',
    title: `${changeWords(difference)}: ${id}`,
    message: `${target}: was ${was ?? 'as the schema says'}; is ${is ?? 'as the schema says'}${since === undefined ? '' : `; ${since}`}`,
  };
}

function ofRun({ results }: Report): Annotation[] {
  return results.filter(isDeparture).map((result) => ({
    level: 'error',
    title: `${result.outcome.replace('-', ' ')}: ${result.claim}`,
    message: `${result.target}: ${why(result)}`,
  }));
}

function ofErrors({ results }: Report): Annotation[] {
  return results
    .filter(({ verdict }) => verdict === 'error')
    .map((result) => ({
      level: 'error',
      title: `not judged: ${result.claim}`,
      message: `${result.target}: ${why(result)}`,
    }));
}

function why({ outcome, reason }: ReportResult): string {
  return outcome === 'unexpected-pass'
    ? 'holds, though this engine is known to fail it'
    : (reason ?? 'no reason given');
}

function command({ level, title, message }: Annotation): string {
  const property = data(forTerminal(title, { limit: TITLE }))
    .replaceAll(':', '%3A')
    .replaceAll(',', '%2C');
  return `::${level} title=${property}::${data(forTerminal(message, { limit: MESSAGE }))}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
