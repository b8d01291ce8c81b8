/** Evidence is packed in the page, claim by claim, and unpacked when a claim is looked at. */
import type { PackedEvidence, PackedEvidences } from '../../page-data';

/** The evidence of a claim, one entry a target; undefined where the page carries none. */
export async function unpackEvidence(
  packed: PackedEvidences,
  claim: string,
): Promise<readonly PackedEvidence[] | undefined> {
  const text = Object.hasOwn(packed, claim) ? packed[claim] : undefined;
  if (text === undefined) return undefined;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return JSON.parse(await new Response(inflated).text());
}
