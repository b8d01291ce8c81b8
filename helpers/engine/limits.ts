/** Limits on what an engine may take and say. An engine may be slow, dead, lying or hostile. */

/** Milliseconds for one call, where the caller says nothing. Creating and starting under load takes a few seconds. */
export const CALL_LIMIT_MS = 20_000;

/**
 * Bytes of one answer. `info` of a large engine is some 10 KB, a list of 10,000 containers some 10 MB. A run holds up to four at
 * the same time, each three times: as bytes, as text and parsed.
 */
export const ANSWER_LIMIT_BYTES = 16 * 1024 * 1024;

/** Bytes from which an answer is large: one is read at a time, so that an engine of whose answers all are huge is borne. */
export const LARGE_ANSWER_BYTES = 4 * 1024 * 1024;

/** Values of JSON in one answer (itself, items and fields at every depth): each takes some 50 to 100 bytes of memory. */
export const ANSWER_LIMIT_VALUES = 1_500_000;

/** Levels of JSON in one answer. The deepest of an engine has about ten; whoever walks an answer may do so by recursion. */
export const ANSWER_LIMIT_LEVELS = 100;

/** Milliseconds in which a target must answer its first call, and a store or a registry of a cluster too. */
export const REACH_LIMIT_MS = 5_000;

/** Milliseconds that removing one object may take, all attempts together. */
export const REMOVAL_LIMIT_MS = 20_000;
