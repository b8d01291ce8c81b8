/** What will be tried on a target and what not, with the reason; decided before anything is tried. */
import { isImplemented } from '../claims/catalogue';
import type { CatalogueEntry, Claim } from '../claims/claim';
import type { TargetFacts } from '../target/facts';

export interface Plan {
  readonly tried: readonly Claim[];
  readonly notApplicable: readonly { readonly claim: Claim; readonly reason: string }[];
  readonly notImplemented: readonly CatalogueEntry[];
  readonly notSelected: number;
}

/** Plans the selected claims of the catalogue for a target. */
export function makePlan(
  catalogue: readonly CatalogueEntry[],
  selected: readonly CatalogueEntry[],
  facts: TargetFacts,
): Plan {
  const implemented = selected.filter(isImplemented);
  const decided = implemented.map((claim) => ({ claim, reason: whyNotApplicable(claim, facts) }));
  return {
    tried: decided.filter(({ reason }) => reason === null).map(({ claim }) => claim),
    notApplicable: decided.flatMap(({ claim, reason }) => (reason === null ? [] : [{ claim, reason }])),
    notImplemented: selected.filter((entry) => !isImplemented(entry)),
    notSelected: catalogue.length - selected.length,
  };
}

/** The reason of the first need that the target does not meet, or null where it meets all. */
export function whyNotApplicable(claim: Pick<CatalogueEntry, 'needs'>, facts: TargetFacts): string | null {
  for (const need of claim.needs ?? []) {
    const reason = need.absent(facts);
    if (reason !== null) return reason;
  }
  return null;
}
