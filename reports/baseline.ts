/** A baseline as code sees it: the types of its schema, read-only. */
import type * as generated from './baseline.generated';
import { compareText } from './compare-text';
import { TOOL_NAME } from './report';
import { schemaViolations } from './schema-judge';
import { twice } from './twice';

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

export type Baseline = DeepReadonly<generated.Baseline>;
export type BaselineTarget = DeepReadonly<generated.BaselineTarget>;
export type BaselineClaim = DeepReadonly<generated.BaselineClaim>;
export type BaselineDrift = DeepReadonly<generated.BaselineDrift>;

/** The version of the format that this tool writes, and the newest that it reads. */
export const BASELINE_FORMAT = 1;

/** Bytes of a baseline; larger ones are not read. One of all claims has about 60 KiB. */
export const BASELINE_LIMIT_BYTES = 4 * 1024 * 1024;

/** The outcomes that each verdict can have. */
const OUTCOMES: Record<BaselineClaim['verdict'], readonly BaselineClaim['outcome'][]> = {
  pass: ['as-expected', 'unexpected-pass'],
  fail: ['regression', 'known-change'],
  'not-applicable': ['not-judged'],
};

/** A baseline with its parts in the order in which it is written. */
export function baselineOf(
  target: BaselineTarget,
  claims: readonly BaselineClaim[],
  drift: readonly BaselineDrift[],
): Baseline {
  return {
    format: BASELINE_FORMAT,
    tool: { name: TOOL_NAME },
    target,
    claims: [...claims].sort((a, b) => compareText(a.claim, b.claim)),
    drift: [...drift].sort((a, b) => compareText(driftId(a), driftId(b))),
  };
}

/** How a place of drift is named: `container-inspect /HostConfig/Memory type`. */
export function driftId({ schema, path, kind }: Pick<BaselineDrift, 'schema' | 'path' | 'kind'>): string {
  return `${schema} ${path} ${kind}`;
}

/** The text of a baseline: one claim a line, so that two of them can be compared line by line. */
export function renderBaseline({ format, tool, target, claims, drift }: Baseline): string {
  const list = (items: readonly unknown[]) =>
    items.length === 0 ? '[]' : `[\n${items.map((item) => `  ${JSON.stringify(item)}`).join(',\n')}\n ]`;
  const head = `"format": ${format},\n "tool": ${JSON.stringify(tool)},\n "target": ${JSON.stringify(target)}`;
  return `{\n ${head},\n "claims": ${list(claims)},\n "drift": ${list(drift)}\n}\n`;
}

/** What is wrong with a document that should be a baseline, one line each; empty where it is one. */
export function baselineErrors(document: unknown): string[] {
  const violations = schemaViolations('baseline', document);
  if (violations.length > 0) return violations;
  const { claims, drift } = document as Baseline;
  return [
    ...twice(
      'claim',
      claims.map(({ claim }) => claim),
    ),
    ...twice('drift', drift.map(driftId)),
    ...claims
      .filter(({ verdict, outcome }) => !OUTCOMES[verdict].includes(outcome))
      .map(({ claim, verdict, outcome }) => `${claim}: verdict ${verdict} can't have the outcome ${outcome}`),
  ];
}
