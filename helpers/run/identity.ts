/** The marks by which a run knows what is its own on somebody's host. */
import { randomBytes } from 'node:crypto';

/** Label of every object that a run makes; its value is the run's id. */
export const RUN_LABEL = 'io.engine-conformance.run';
/** Label that says which claim or fixture made the object. */
export const MAKER_LABEL = 'io.engine-conformance.made-for';
/** Every name of every run begins with it. Volumes that come about by a bind carry no label, only such a name. */
export const NAME_PREFIX = 'ec-';

const ALPHABET = 'bcdfghjklmnpqrstvwxz23456789';
const RUN_NAME = new RegExp(`^/?${NAME_PREFIX}([${ALPHABET}]{10})-\\d+$`);

/**
 * A fresh run id: 10 letters and digits, without vowels: engines up to 1.11 choose an error's status by the words in its
 * message, names included, so a name must not spell "conflict" or "not found" by chance.
 */
export function newRunId(): string {
  return Array.from(randomBytes(10), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** The names of one run: `ec-RUN-1`, `ec-RUN-2`, ... */
export function nameSource(runId: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${NAME_PREFIX}${runId}-${count}`;
  };
}

/** The id of the run that a name belongs to, or undefined. A name that holds a word, as `ec-production-1`, is no run's. */
export function runOfName(name: string): string | undefined {
  return RUN_NAME.exec(name)?.[1];
}
