/** What a check found, for a person: which document, where in it, what was expected and what was there. */
import { createColors } from 'picocolors';
import { count } from '../../reports/values';
import { symbols, type TerminalOptions } from '../../reports/writers/layout';
import { Page } from '../../reports/writers/terminal-page';
import type { CheckedError, CheckResult } from './check';

/** Errors that are shown; a thousand containers may all depart in the same places. */
const SHOWN = 200;

/** As much of an id as the docker client shows. */
const SHORT_ID = /^(?:sha256:)?[0-9a-f]{12}/;
const NAME_LIMIT = 80;
const PATH_LIMIT = 300;
const VALUE_LIMIT = 300;

/** The text that `schema check` prints: the errors, then a line that says it all. */
export function checkPage(result: CheckResult, options: TerminalOptions): string {
  const page = new Page(options, createColors(options.colour), symbols(options.unicode));
  let document = -1;
  for (const error of result.errors.slice(0, SHOWN)) {
    if (error.document !== document) heading(page, error, result.documents);
    document = error.document;
    departure(page, error);
  }
  const hidden = result.errors.length + result.errorsLeftOut - SHOWN;
  if (hidden > 0) {
    page.gap();
    page.line(0, `${count(hidden, 'more departure')}; --json lists ${result.errorsLeftOut === 0 ? 'all' : 'more'}`);
  }
  page.gap();
  summary(page, result);
  return page.text();
}

/** The same for machines. In ASCII: what an engine said may hold controls of a terminal, and JSON keeps most as they are. */
export function checkJson(result: CheckResult): string {
  const json = JSON.stringify(result, null, 1);
  const unit = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${json.replace(/[\u007f-\uffff]/g, unit)}\n`;
}

function heading(page: Page, { document, name, id }: CheckedError, documents: number): void {
  const which = documents === 1 ? 'the document' : `document ${document + 1} of ${documents}`;
  const short = id === null ? null : (SHORT_ID.exec(id)?.[0] ?? id);
  const whose = [name, short].flatMap((text) => (text === null ? [] : [page.escape(text, NAME_LIMIT)]));
  page.gap();
  page.line(0, [which, ...whose].join(page.symbols.separator), page.colours.bold);
}

function departure(page: Page, { path, kind, expected, observed }: CheckedError): void {
  const { red, bold } = page.colours;
  const where = path === '' ? 'the whole document' : page.escape(path, PATH_LIMIT);
  page.raw(`  ${red(page.symbols.fail)} ${bold(where)}  ${red(kind)}`);
  page.field(4, 'expected', page.escape(expected, VALUE_LIMIT));
  page.field(4, 'observed', page.escape(observed, VALUE_LIMIT), red);
}

function summary(page: Page, { schema, strict, documents, departing, errors, errorsLeftOut }: CheckResult): void {
  const { red, green } = page.colours;
  const form = strict ? `${schema} (strict)` : schema;
  if (departing === 0) {
    const all = documents === 1 ? '1 document conforms' : `${documents} documents conform`;
    page.line(0, `${page.symbols.pass} ${all} to ${form}`, green);
    return;
  }
  const places = count(errors.length + errorsLeftOut, 'place');
  const who = documents === 1 ? '1 document departs' : `${departing} of ${documents} documents depart`;
  page.line(0, `${page.symbols.fail} ${who} from ${form} in ${places}`, red);
}
