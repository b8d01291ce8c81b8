/** The comparison of one target with an earlier measurement, on a terminal. */
import {
  baselineWords,
  changeWords,
  comparisonCounts,
  notComparedByReason,
  sinceWords,
  unaccepted,
} from '../comparisons';
import type { ReportComparison, ReportDifference } from '../report';
import { count } from '../values';
import type { Page } from './terminal-page';

/** Differences that are shown at length, names of the rest, and reasons and waivers that are listed. */
const AT_LENGTH = 100;
const NAMED = 200;
const LISTED = 20;

/** Longest id, text and command, in characters; all is in report.json. */
const ID = 300;
const MESSAGE = 400;
const COMMAND = 1000;

/** Of a gate: all that changed, worst first, what is accepted in brief. */
export function comparisonPart(page: Page, comparison: ReportComparison): void {
  aboutLines(page, comparison);
  const differences = unaccepted(comparison);
  if (differences.length > 0) page.title('Changed', differences.length);
  for (const difference of differences.slice(0, AT_LENGTH)) differenceLines(page, difference);
  restLine(page, differences.slice(AT_LENGTH));
  waiverLines(page, comparison);
  acceptedLines(page, comparison);
  notComparedLines(page, comparison);
}

/** Of a run beside the baseline of its own version: in brief, since what departs is told of elsewhere. */
export function ownVersionLines(page: Page, comparison: ReportComparison): void {
  const { dim, yellow } = page.colours;
  page.gap();
  const { baseline, differences } = comparison;
  const about = `Beside ${baseline.name}, a healthy engine of this version: ${comparisonCounts(comparison)}`;
  page.line(2, page.escape(about, MESSAGE), differences.length === 0 ? dim : String);
  for (const difference of differences.slice(0, LISTED)) {
    const sign = `${page.symbols.known} `;
    page.hanging(2, sign, page.escape(`${difference.id}  ${changeWords(difference)}`, ID), yellow, yellow);
    page.line(4, page.escape(difference.is ?? `was ${difference.was}`, MESSAGE), dim);
  }
  const more = differences.length - LISTED;
  if (more > 0) page.line(4, `and ${count(more, 'more difference')} in report.md`, dim);
}

function aboutLines(page: Page, comparison: ReportComparison): void {
  page.line(2, page.escape(`beside ${comparison.baseline.name}: ${baselineWords(comparison)}`, MESSAGE));
  page.line(2, comparisonCounts(comparison));
}

function differenceLines(page: Page, difference: ReportDifference): void {
  const { red, yellow, green, dim, bold } = page.colours;
  const better = difference.change === 'fixed' || difference.change === 'gone';
  const colour = better ? yellow : red;
  page.gap();
  page.raw(
    `  ${colour(page.symbols.fail)} ${bold(page.escape(difference.id, ID))}  ${colour(changeWords(difference))}`,
  );
  page.field(4, 'was', page.escape(difference.was ?? 'as the schema says', MESSAGE), better ? String : green);
  page.field(4, 'is', page.escape(difference.is ?? 'as the schema says', MESSAGE), better ? String : red);
  const since = sinceWords(difference);
  if (since !== undefined) page.field(4, 'since', page.escape(since, MESSAGE));
  if (difference.seeByHand === null) return;
  const shown = page.escape(difference.seeByHand, COMMAND);
  page.raw(`    ${dim('by hand')}`);
  page.command(6, shown);
}

function restLine(page: Page, rest: readonly ReportDifference[]): void {
  if (rest.length === 0) return;
  const names = rest.slice(0, NAMED).map(({ id }) => page.escape(id, ID));
  page.gap();
  page.line(2, `${rest.length} more, at length in report.json: ${names.join(', ')}`);
}

function waiverLines(page: Page, { waivers }: ReportComparison): void {
  const { red } = page.colours;
  if (waivers.length > 0) page.title('Waivers that are not in order', waivers.length);
  for (const { where, message } of waivers.slice(0, AT_LENGTH)) {
    page.hanging(2, `${page.symbols.error} `, page.escape(`${where}: ${message}`, MESSAGE), red, red);
  }
  const more = waivers.length - AT_LENGTH;
  if (more > 0) page.line(4, `and ${more} more in report.json`);
}

function acceptedLines(page: Page, { differences }: ReportComparison): void {
  const { yellow, dim } = page.colours;
  const accepted = differences.filter(({ accepted }) => accepted);
  if (accepted.length > 0) page.title('Accepted', accepted.length);
  const byWaiver = new Map<string, ReportDifference[]>();
  for (const difference of accepted) {
    const waiver = difference.waiver ?? '';
    byWaiver.set(waiver, [...(byWaiver.get(waiver) ?? []), difference]);
  }
  for (const [waiver, covered] of [...byWaiver].slice(0, AT_LENGTH)) {
    const names = covered.slice(0, LISTED).map(({ id }) => page.escape(id, ID));
    const more = covered.length > LISTED ? [`and ${covered.length - LISTED} more`] : [];
    page.hanging(2, `${page.symbols.known} `, [...names, ...more].join(', '), yellow);
    page.line(4, page.escape(waiver, MESSAGE), dim);
  }
}

function notComparedLines(page: Page, comparison: ReportComparison): void {
  const groups = notComparedByReason(comparison);
  const { dim } = page.colours;
  if (groups.length > 0) page.title('Not compared', comparison.notCompared.length);
  for (const { reason, claims } of groups.slice(0, LISTED)) {
    page.line(2, page.escape(reason, MESSAGE));
    page.line(4, page.escape(claims.join(', '), 4 * COMMAND), dim);
  }
  if (groups.length > LISTED) page.line(2, `and ${count(groups.length - LISTED, 'more reason')} in report.json`, dim);
  const places = comparison.driftNotCompared ?? [];
  if (places.length === 0) return;
  page.title('Places of drift that are not compared', places.length);
  page.line(2, 'only claims that the other side did not try may have shown them');
  page.line(4, page.escape(places.join(', '), 4 * COMMAND), dim);
}
