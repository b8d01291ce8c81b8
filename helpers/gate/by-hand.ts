/** Commands that show a difference to a person. */
import type { Report, ReportDrift, ReportResult, ReportTarget } from '../../reports/report';
import { shellWord } from '../../reports/shell-word';
import { curlLine } from '../run/curl';
import { parseEndpoint } from '../target/parse';
import type { Endpoint } from '../target/target';
import { UsageError } from '../usage-error';

/** What of a path names an object of the run, which is gone by now. */
const OBJECT = /\/(?:[0-9a-f]{12,64}|ec-[a-z0-9-]+|sha256:[0-9a-f]+|engine-conformance\/[a-z]+:[a-z0-9]+)(?=[/?]|$)/g;

/** A filter by what is gone. */
const FILTERS = /(?<=[?&])filters=[^&]*&?/;

/** The claim alone: what its check did, where it did not pass; else the check again. */
export function claimByHand({ run }: Report, { id }: ReportTarget, result: ReportResult): string {
  if (result.seeByHand !== null) return result.seeByHand;
  const { apiVersion, bootstrap } = run.configuration;
  return [
    'engine-conformance run',
    ...(id === 'bootstrap' && bootstrap ? ['--bootstrap'] : ['--target', shellWord(id)]),
    ...(apiVersion === null ? [] : ['--api-version', shellWord(apiVersion)]),
    '--only',
    result.claim,
  ].join(' ');
}

/** The call whose answer departed, held against its schema. What the run had made is gone: OBJECT stands for one like it. */
export function driftByHand({ endpoint }: ReportTarget, { schema, seen }: ReportDrift): string | null {
  const at = endpointIn(endpoint);
  // How an object was made is not known here.
  if (at === undefined || seen.method !== 'GET') return null;
  const path = seen.path.replace(OBJECT, '/OBJECT').replace(FILTERS, '').replace(/[?&]$/, '');
  const call = { method: seen.method, path };
  return `${curlLine(at, call)} | engine-conformance schema check ${shellWord(schema)} -`;
}

function endpointIn(url: string): Endpoint | undefined {
  try {
    return parseEndpoint(url);
  } catch (error) {
    // A report file may say anything.
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
