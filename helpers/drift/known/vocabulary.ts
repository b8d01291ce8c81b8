/** The words in which known drift is told: those of known changes of claims, and where in which answers. */
import type { EngineChange } from '../../claims/changes';
import type { SchemaErrorKind, SchemaName } from '../../schema/validator';

/** A departure from the schemas that is known of engines of one kind. */
export interface KnownDrift extends EngineChange {
  readonly schemas: readonly SchemaName[];
  readonly kind: SchemaErrorKind;
  /**
   * Globs of places, as `/HostConfig/{Init,Runtime}`. A `*` stands for one step of the path, also for the `*` that stands for
   * all items of an array or all keys of a map; `{,/*}/Created` is `/Created` and, in a list, `/*` + `/Created`.
   */
  readonly places: readonly string[];
}
