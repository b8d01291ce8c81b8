/** What one part of the benchmark gives. */
export interface PartFigures {
  /** Of the table: what, value and budget. */
  readonly rows: readonly (readonly [what: string, value: string, budget: string])[];
  /** For the line of JSON. */
  readonly figures: unknown;
  /** Whether all is within its budget. */
  readonly within: boolean;
}
