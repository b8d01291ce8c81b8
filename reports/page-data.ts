/** What report.html carries, as its writer puts it there and the page reads it. */
import type { Report, ReportResult } from './report';

/** Elements of the page that hold data, each as JSON. */
export const DATA_ELEMENTS = { report: 'report', evidence: 'evidence' } as const;

/** A measured engine beside those of the report, for the history of a claim: what of a baseline the page shows. */
export interface PageBaseline {
  readonly vendor: string;
  readonly version: string;
  readonly apiVersionAsked: string;
  readonly cluster: boolean;
  readonly claims: readonly Pick<ReportResult, 'claim' | 'verdict' | 'outcome' | 'reason'>[];
}

/** The content of the element `report`. */
export interface PageData {
  /** Every result is without evidence; where it had some that is not carried either, `truncated` says so. */
  readonly report: Report;
  readonly baselines: readonly PageBaseline[];
  /** Results whose evidence was left out for its size. */
  readonly leftOut: number;
}

/**
 * The content of the element `evidence`: for each claim, a list of PackedEvidence as JSON, deflated (RFC 1950) and in
 * base64. It is unpacked when the claim is looked at.
 */
export type PackedEvidences = Readonly<Record<string, string>>;

export interface PackedEvidence {
  readonly target: string;
  readonly evidence: ReportResult['evidence'];
}
