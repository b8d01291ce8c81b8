/** The sections of one target in the Markdown report. Each is a list of blocks; empty where there is nothing to say. */
import { forMarkdown, markdownBlock, markdownCode } from '../escape';
import type { Outcome, ReportFailure, ReportFinding } from '../report';
import { count, showPair } from '../values';
import { byReason, documentLines, type JudgedClaim, type TargetView } from '../view';

/** Longest value and message, in characters; all is in report.json. */
const VALUE = 1000;
const MESSAGE = 600;

/** Entries of a list that can be long: details of a finding, claims of one reason. */
const LISTED = 100;

export function departureSection(judged: readonly JudgedClaim[]): string[] {
  if (judged.length === 0) return [];
  return [`### Departures (${judged.length})`, ...judged.flatMap(departure)];
}

export function errorSection(judged: readonly JudgedClaim[]): string[] {
  if (judged.length === 0) return [];
  const blocks = judged.flatMap((item) => [
    `#### ⚠️ ${markdownCode(item.claim.id)}`,
    forMarkdown(item.claim.statement),
    markdownBlock([item.result.reason ?? 'no reason given'], 'text', { limit: VALUE }),
    ...byHand(item),
  ]);
  return [`### Errors (${judged.length})`, 'Nothing is said of these claims.', ...blocks];
}

export function knownSection(title: string, judged: readonly JudgedClaim[], outcome: Outcome): string[] {
  const known = judged.filter(({ result }) => result.outcome === outcome);
  if (known.length === 0) return [];
  const lines = known.map(({ claim, result }) => {
    const { change, failure } = result;
    const why =
      change === undefined ? forMarkdown(result.reason ?? 'no reason given', { limit: MESSAGE }) : changed(change);
    return `- ${markdownCode(claim.id)}: ${why}${failure === undefined ? '' : `\\\n  ${inBrief(failure)}`}`;
  });
  return [`### ${title} (${known.length})`, lines.join('\n')];
}

export function findingSection(findings: readonly ReportFinding[]): string[] {
  if (findings.length === 0) return [];
  const blocks = findings.flatMap(({ kind, severity, message, details }) => [
    `**${severity}** ${markdownCode(kind)}: ${forMarkdown(message, { limit: MESSAGE })}`,
    ...(details.length === 0 ? [] : [markdownBlock(listed(details), 'text', { limit: VALUE })]),
  ]);
  return [`### Findings (${findings.length})`, ...blocks];
}

export function notApplicableSection({ judged, plan }: TargetView): string[] {
  const groups = byReason(judged);
  const total = groups.reduce((sum, { claims }) => sum + claims.length, 0);
  const lines = groups.map(({ reason, claims }) => {
    const ids = listed(claims.map((id) => markdownCode(id)));
    return `- ${claims.length} × ${markdownCode(reason, { limit: MESSAGE })}: ${ids.join(', ')}`;
  });
  const left = [
    ...(plan === undefined || plan.notSelected === 0 ? [] : [`${plan.notSelected} not selected`]),
    ...(plan === undefined || plan.notImplemented === 0 ? [] : [`${plan.notImplemented} not implemented yet`]),
  ];
  return [
    ...(total === 0 ? [] : [`### Not applicable (${total})`, lines.join('\n')]),
    ...(left.length === 0 ? [] : [`Of the catalogue besides: ${left.join(', ')}.`]),
  ];
}

function departure(item: JudgedClaim): string[] {
  const { claim, result } = item;
  const says = claim.documentSays === undefined ? '' : ` The document says instead: ${forMarkdown(claim.documentSays)}`;
  const lines = documentLines(claim);
  return [
    `#### ❌ ${markdownCode(claim.id)}: ${result.outcome.replace('-', ' ')}`,
    `${forMarkdown(claim.statement)}${lines === '' ? '' : ` (${claim.level}, ${lines} of the document)`}${says}`,
    ...(result.outcome === 'unexpected-pass' ? ['It holds, though this engine is known to fail it.'] : []),
    ...(result.change === undefined ? [] : [`Known: ${changed(result.change)}`]),
    ...(result.failure === undefined ? [] : [atLength(result.failure)]),
    ...byHand(item),
  ];
}

function atLength({ what, expected, observed }: ReportFailure): string {
  const pair = showPair(expected, observed, VALUE);
  const lines = [`what      ${what}`, `expected  ${pair.expected}`, `observed  ${pair.observed}`];
  return markdownBlock(lines, 'text', { limit: VALUE });
}

function inBrief({ what, expected, observed }: ReportFailure): string {
  const pair = showPair(expected, observed, MESSAGE);
  const code = (text: string) => markdownCode(text, { limit: MESSAGE });
  return `${forMarkdown(what)}: expected ${code(pair.expected)}, observed ${code(pair.observed)}`;
}

function byHand({ result }: JudgedClaim): string[] {
  return result.seeByHand === null ? [] : ['By hand:', markdownBlock([result.seeByHand], 'sh', { limit: 4 * VALUE })];
}

function changed({ why, reference, engine }: { why: string; reference: string; engine: string }): string {
  return `${forMarkdown(why, { limit: MESSAGE })} (${markdownCode(engine)}; ${link(reference)})`;
}

/** A reference that is a plain URL is a link; any other is text. */
export function link(reference: string): string {
  return /^https:\/\/[\w./#?=&%~:+-]{1,300}$/.test(reference) ? `<${reference}>` : forMarkdown(reference);
}

function listed(lines: readonly string[]): string[] {
  const more = lines.length - LISTED;
  return more > 0 ? [...lines.slice(0, LISTED), `and ${count(more, 'more entry', 'more entries')}`] : [...lines];
}
