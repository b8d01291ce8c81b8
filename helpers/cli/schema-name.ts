/** The schema that a word on the command line names. */
import { type SchemaName, schemaNames } from '../schema/names';
import { nearest } from '../target/nearest';
import { quoted } from '../target/quoted';
import { UsageError } from '../usage-error';

/** Names that are offered for a wrong one. */
const OFFERED = 5;

/** @throws UsageError that offers the nearest names, where no schema is called so */
export function schemaNamed(word: string): SchemaName {
  const name = schemaNames().find((known) => known === word);
  if (name !== undefined) return name;
  const offered = nearestNames(word);
  const mend = offered.length === 0 ? '' : `did you mean ${offered.join(', ')}? `;
  throw new UsageError(`unknown schema ${quoted(word)}`, `${mend}All are listed by: engine-conformance schema list`);
}

/** The names that share most parts with the word (`network` is a part of three), or else the one that it is a slip of. */
export function nearestNames(word: string): readonly string[] {
  const parts = word.toLowerCase().split(/[^a-z0-9]+/);
  const shared = (name: string) => name.split('-').filter((part) => nearest(part, parts) !== undefined).length;
  const most = Math.max(...schemaNames().map(shared));
  if (most > 0)
    return schemaNames()
      .filter((name) => shared(name) === most)
      .slice(0, OFFERED);
  const slip = nearest(word, schemaNames());
  return slip === undefined ? [] : [slip];
}
