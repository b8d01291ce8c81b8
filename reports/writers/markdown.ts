/** The report as Markdown (GitHub flavoured), for a pull request or a job summary: departures first, then the rest. */
import { forMarkdown, markdownBlock } from '../escape';
import { headline, nextStep } from '../headline';
import type { Report } from '../report';
import { isSideBySide } from '../side-by-side';
import { isDeparture, type Tally, tally } from '../summarise';
import { showDuration } from '../values';
import { engineName, type TargetView, targetViews } from '../view';
import { comparisonSections } from './markdown-comparison';
import { driftSection } from './markdown-drift';
import { matrixSections } from './markdown-matrix';
import {
  departureSection,
  errorSection,
  findingSection,
  knownSection,
  notApplicableSection,
} from './markdown-sections';
import { cell, code, table } from './markdown-table';

const SIGNS = { CONFORMS: '✅', COMPARED: '✅', DEPARTS: '❌', 'NOT JUDGED': '⚠️', INCOMPLETE: '⚠️', INTERRUPTED: '⚠️' };

/** The report as Markdown, ending in a line feed. */
export function renderMarkdown(report: Report): string {
  const views = targetViews(report);
  const sections = [
    ...head(report),
    summaryTable(views),
    ...(isSideBySide(report) ? matrixSections(report) : []),
    ...views.flatMap((view) => (report.run.compared ? comparedSections(view) : targetSections(view))),
    foot(report),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function head(report: Report): string[] {
  const { word, sentence } = headline(report);
  const { run, tool } = report;
  const about = [
    `${tool.name} ${forMarkdown(tool.version)}`,
    `run ${code(run.id)}`,
    `started ${forMarkdown(run.startedAt)}`,
    `took ${showDuration(run.durationMs)}`,
  ];
  return [`# ${SIGNS[word]} ${word}`, `**${forMarkdown(sentence)}**`, about.join(' · ')];
}

function summaryTable(views: readonly TargetView[]): string {
  const titles = ['target', 'engine', 'API asked', ...COUNTS.map(({ title }) => title)];
  const rows = views.map(({ target, judged }) => {
    const row = tally(judged.map(({ result }) => result));
    return [
      cell(target.id),
      cell(engineName(target)),
      cell(target.apiVersionAsked),
      ...COUNTS.map(({ number }) => String(number(row))),
    ];
  });
  return table(titles, rows, 3);
}

function targetSections(view: TargetView): string[] {
  const { target, judged } = view;
  const facts = [
    `endpoint ${code(target.endpoint)} from ${code(target.source)}`,
    `API ${code(target.minApiVersion)} to ${code(target.apiVersion)}, asked at ${code(target.apiVersionAsked)}`,
    `${code(target.os)}, kernel ${code(target.kernel)}, ${code(target.arch)}`,
    `storage driver ${code(target.storageDriver)}, cgroup ${code(target.cgroup)}`,
  ];
  return [
    `## ${code(engineName(target))} at ${code(target.id)}`,
    facts.map((fact) => `- ${fact}`).join('\n'),
    ...comparisonSections(view.comparisons.filter(({ purpose }) => purpose === 'gate')),
    ...departureSection(judged.filter(({ result }) => isDeparture(result))),
    ...knownSection('Known changes', judged, 'known-change'),
    ...knownSection('Waived', judged, 'waived'),
    ...errorSection(judged.filter(({ result }) => result.verdict === 'error')),
    ...findingSection(view.findings),
    ...driftSection(view.drift),
    ...comparisonSections(view.comparisons.filter(({ purpose }) => purpose !== 'gate')),
    ...notApplicableSection(view),
    ...chapterSection(view),
  ];
}

/** Of an engine that is set beside others: what the matrix does not show. */
function comparedSections({ target, judged, findings }: TargetView): string[] {
  const sections = [
    ...departureSection(judged.filter(({ result }) => isDeparture(result))),
    ...errorSection(judged.filter(({ result }) => result.verdict === 'error')),
    ...findingSection(findings),
  ];
  return sections.length === 0 ? [] : [`## ${code(engineName(target))} at ${code(target.id)}`, ...sections];
}

function chapterSection({ chapters }: TargetView): string[] {
  if (chapters.length === 0) return [];
  const rows = chapters.map(({ chapter, judged }) => {
    const row = tally(judged.map(({ result }) => result));
    return [forMarkdown(chapter), ...COUNTS.map(({ number }) => String(number(row))), showDuration(row.durationMs)];
  });
  return ['### Chapters', table(['chapter', ...COUNTS.map(({ title }) => title), 'time'], rows, 1)];
}

function foot(report: Report): string {
  const { text, command } = nextStep(report);
  if (command === undefined) return '';
  return `To ${text}:\n\n${markdownBlock([command], 'sh')}`;
}

const COUNTS: readonly { readonly title: string; readonly number: (row: Tally) => number }[] = [
  { title: 'judged', number: (row) => row.judged },
  { title: 'as expected', number: (row) => row.asExpected },
  { title: 'regressions', number: (row) => row.regressions },
  { title: 'unexpected passes', number: (row) => row.unexpectedPasses },
  { title: 'known changes', number: (row) => row.knownChanges },
  { title: 'waived', number: (row) => row.waived },
  { title: 'errors', number: (row) => row.errors },
  { title: 'not applicable', number: (row) => row.notApplicable },
];
