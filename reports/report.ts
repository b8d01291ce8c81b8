/** The report as code sees it: the types of its schema, read-only, since nobody changes a report that has been made. */
import type * as generated from './report.generated';

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

export type Report = DeepReadonly<generated.Report>;
export type ReportTarget = DeepReadonly<generated.Target>;
export type ReportCluster = DeepReadonly<generated.ReportCluster>;
export type ReportClaim = DeepReadonly<generated.Claim>;
export type ReportPlan = DeepReadonly<generated.Plan>;
export type ReportResult = DeepReadonly<generated.Result>;
export type ReportFailure = DeepReadonly<generated.Failure>;
export type ReportFinding = DeepReadonly<generated.Finding>;
export type ReportDrift = DeepReadonly<generated.Drift>;
export type ReportTiming = DeepReadonly<generated.Timing>;
export type ReportComparison = DeepReadonly<generated.Comparison>;
export type ReportDifference = DeepReadonly<generated.Difference>;
export type ReportSummary = DeepReadonly<generated.Summary>;
export type { Chapter, DifferenceChange, ExitStatus, Operation, Outcome, Purpose, Verdict } from './report.generated';

/** The version of the format that this tool writes, and the newest that it reads. */
export const REPORT_FORMAT = 2;

/** What `tool.name` says in every report. */
export const TOOL_NAME = 'engine-conformance';
