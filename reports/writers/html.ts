/** The report as one page of HTML: opens from a disk, asks nobody for anything. The page itself is built from reports/page. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Baseline } from '../baseline';
import { forTerminal } from '../escape';
import { headline } from '../headline';
import { DATA_ELEMENTS, type PageBaseline, type PageData } from '../page-data';
import type { Report } from '../report';
import { inOrder } from '../summarise';
import { packEvidence } from './html-evidence';

/** Longest title, in characters. */
const TITLE = 160;

/**
 * The report as a page.
 *
 * @param baselines measured engines that the history of a claim shows beside those of the report
 * @throws Error where the page was not built (`npm run build`)
 */
export function renderHtml(report: Report, baselines: readonly Baseline[]): string {
  return fillPage(builtPage(), report, baselines);
}

/**
 * The built page with its title and data. What engines said cannot leave its element: it is JSON in which no `<` is left.
 */
export function fillPage(page: string, report: Report, baselines: readonly Baseline[], evidenceLimit?: number): string {
  const { packed, results, leftOut } = packEvidence(report, evidenceLimit);
  const data: PageData = {
    report: { ...report, results: inOrder(report, results) },
    baselines: baselines.map(pageBaseline),
    leftOut,
  };
  const { word, sentence } = headline(report);
  const title = `<title>${forHtml(`${word}: ${sentence}`)} · ${report.tool.name}</title>`;
  return replaced(
    replaced(replaced(page, '<title>engine-conformance</title>', title), ...element(DATA_ELEMENTS.report, data)),
    ...element(DATA_ELEMENTS.evidence, packed),
  );
}

function pageBaseline({ target, claims }: Baseline): PageBaseline {
  const { vendor, version, apiVersionAsked, kind } = target;
  return {
    ...{ vendor, version, apiVersionAsked, cluster: kind === 'cluster' },
    claims: claims.map(({ claim, verdict, outcome, reason }) => ({ claim, verdict, outcome, reason })),
  };
}

function element(id: string, content: unknown): [empty: string, filled: string] {
  const start = `<script type="application/json" id="${id}">`;
  return [`${start}</script>`, `${start}${JSON.stringify(content).replaceAll('<', '\\u003c')}</script>`];
}

function replaced(page: string, what: string, by: string): string {
  const at = page.indexOf(what);
  if (at === -1 || page.indexOf(what, at + 1) !== -1) throw new Error(`the built page does not have one ${what}`);
  return page.slice(0, at) + by + page.slice(at + what.length);
}

function forHtml(text: string): string {
  return forTerminal(text, { limit: TITLE }).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

let built: string | undefined;

/** The page as it was built into dist/, seen from there and from the sources. */
function builtPage(): string {
  if (built !== undefined) return built;
  const places = [
    path.join(__dirname, '..', 'page', 'report.html'),
    path.join(__dirname, '..', '..', 'dist', 'reports', 'page', 'report.html'),
  ];
  const place = places.find((each) => existsSync(each));
  if (place === undefined) throw new Error('the page of the report was not built: npm run build');
  built = readFileSync(place, 'utf8');
  return built;
}
