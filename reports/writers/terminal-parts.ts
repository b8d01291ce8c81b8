/** The parts of a target's report on a terminal that are lists: departures, errors, known changes, findings. */
import type { Outcome, ReportFailure, ReportFinding } from '../report';
import { count, showPair } from '../values';
import { byReason, documentLines, type JudgedClaim, type TargetView } from '../view';
import type { Page } from './terminal-page';

/** Longest value, message and command, in characters; all is in report.json. */
const VALUE = 300;
const MESSAGE = 400;
const COMMAND = 1000;

/** Details of a finding, and reasons, that are listed. */
const LISTED = 5;

/** Departures and errors that are shown at length on each target. */
const AT_LENGTH = 20;

/** A list under a title, the first of it at length; an engine that breaks everything would bury the rest. */
export function section(
  page: Page,
  title: string,
  items: readonly JudgedClaim[],
  show: (page: Page, item: JudgedClaim) => void,
): void {
  if (items.length === 0) return;
  page.title(title, items.length);
  for (const [index, item] of items.slice(0, AT_LENGTH).entries()) {
    if (index > 0) page.gap();
    show(page, item);
  }
  const rest = items.slice(AT_LENGTH);
  if (rest.length === 0) return;
  page.gap();
  page.line(2, `${rest.length} more, at length in report.md: ${rest.map(({ claim }) => claim.id).join(', ')}`);
}

/** Checks of one engine that broke, where many engines are shown: how many, and the first of them. */
export function errorsInBrief(page: Page, { judged }: TargetView): void {
  const broken = judged.filter(({ result }) => result.verdict === 'error');
  if (broken.length === 0) return;
  const { yellow, dim } = page.colours;
  page.title('Not judged, as their checks ended in an error', broken.length);
  for (const { claim, result } of broken.slice(0, LISTED)) {
    const why = page.escape(result.reason ?? 'no reason given', MESSAGE);
    page.hanging(2, `${page.symbols.error} `, `${page.escape(claim.id)}: ${why}`, yellow, String);
  }
  const more = broken.length - LISTED;
  if (more > 0) page.line(4, `and ${more} more in report.md`, dim);
}

/** The checks that broke. */
export function errorSection(page: Page, { judged }: TargetView): void {
  const errors = judged.filter(({ result }) => result.verdict === 'error');
  section(page, 'Errors: nothing is said of these claims', errors, errorLines);
}

/** A departure: what is claimed, what was expected and observed, and how to see it by hand. */
export function departure(page: Page, { claim, result }: JudgedClaim): void {
  const { red, bold } = page.colours;
  const label = result.outcome === 'regression' ? 'regression' : 'unexpected pass';
  page.raw(`  ${red(page.symbols.fail)} ${bold(page.escape(claim.id))}  ${red(label)}`);
  page.line(4, page.escape(claim.statement, MESSAGE));
  if (result.failure !== undefined) failure(page, result.failure);
  else if (result.reason !== null) page.field(4, 'reason', page.escape(result.reason, MESSAGE));
  if (result.outcome === 'unexpected-pass') {
    page.field(4, 'observed', 'it holds, though this engine is known to fail it', red);
  }
  if (result.change !== undefined) {
    page.field(4, 'known', page.escape(`${result.change.why} (${result.change.reference})`, MESSAGE));
  }
  trail(page, { claim, result });
}

/** A check that broke: nothing is said of the claim. */
function errorLines(page: Page, { claim, result }: JudgedClaim): void {
  const { yellow, bold } = page.colours;
  page.raw(`  ${yellow(page.symbols.error)} ${bold(page.escape(claim.id))}  ${yellow('error')}`);
  page.line(4, page.escape(claim.statement, MESSAGE));
  page.field(4, 'reason', page.escape(result.reason ?? 'no reason given', MESSAGE));
  trail(page, { claim, result });
}

/** Departures that are known or waived, in brief. */
export function knownLines(page: Page, title: string, judged: readonly JudgedClaim[], outcome: Outcome): void {
  const known = judged.filter(({ result }) => result.outcome === outcome);
  if (known.length === 0) return;
  page.title(title, known.length);
  for (const { claim, result } of known) {
    page.raw(`  ${page.colours.yellow(page.symbols.known)} ${page.escape(claim.id)}`);
    const { change } = result;
    const why = change === undefined ? (result.reason ?? '') : `${change.why} (${change.engine}; ${change.reference})`;
    if (why !== '') page.line(4, page.escape(why, MESSAGE), page.colours.dim);
  }
}

/** What was noticed beside the claims. */
export function findingLines(page: Page, findings: readonly ReportFinding[]): void {
  const { red, yellow, dim } = page.colours;
  if (findings.length > 0) page.title('Findings', findings.length);
  for (const finding of findings) {
    const colour = finding.severity === 'problem' ? red : yellow;
    const message = page.escape(`${finding.kind}: ${finding.message}`, MESSAGE);
    page.hanging(2, `${page.symbols.error} `, message, colour, colour);
    for (const detail of finding.details.slice(0, LISTED)) page.hanging(4, '- ', page.escape(detail, VALUE), dim, dim);
    const more = finding.details.length - LISTED;
    if (more > 0) page.line(6, `and ${more} more in report.md`, dim);
  }
}

/** The reasons for which claims were not applicable, and how many each. */
export function notApplicableLines(page: Page, { judged, plan }: TargetView): void {
  const groups = byReason(judged);
  const { dim } = page.colours;
  const total = groups.reduce((sum, group) => sum + group.claims.length, 0);
  if (total > 0) page.title('Not applicable here', total);
  for (const { reason, claims } of groups.slice(0, LISTED)) {
    page.hanging(2, `${String(claims.length).padStart(4)}  `, page.escape(reason, VALUE), String, dim);
  }
  if (groups.length > LISTED) page.line(8, `and ${count(groups.length - LISTED, 'more reason')} in report.md`, dim);
  const left = [
    ...(plan === undefined || plan.notSelected === 0 ? [] : [`${plan.notSelected} not selected`]),
    ...(plan === undefined || plan.notImplemented === 0 ? [] : [`${plan.notImplemented} not implemented yet`]),
  ];
  if (left.length === 0) return;
  page.gap();
  page.line(2, `Of the catalogue besides: ${left.join(', ')}.`, dim);
}

function failure(page: Page, { what, expected, observed }: ReportFailure): void {
  const pair = showPair(expected, observed, VALUE);
  page.field(4, 'what', page.escape(what, MESSAGE));
  page.field(4, 'expected', page.escape(pair.expected, VALUE), page.colours.green);
  page.field(4, 'observed', page.escape(pair.observed, VALUE), page.colours.red);
}

function trail(page: Page, { claim, result }: JudgedClaim): void {
  const lines = documentLines(claim);
  if (lines !== '') page.field(4, 'document', lines);
  if (claim.documentSays !== undefined) page.field(4, 'says', page.escape(claim.documentSays, MESSAGE));
  if (result.attempts > 1) page.field(4, 'tried', `${result.attempts} times`);
  const command = result.seeByHand;
  if (command === null) return;
  const shown = page.escape(command, COMMAND);
  const note = shown === command ? '' : ' (not to be copied: cut, or with escapes for what does not show)';
  // On a line of its own, so that it can be copied whole.
  page.raw(`    ${page.colours.dim(`by hand${note}`)}`);
  page.command(6, shown);
}
