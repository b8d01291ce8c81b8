/** Limits on what an engine may take and say. An engine may be slow, dead, lying or hostile. */

/** Milliseconds for one call, where the caller says nothing. Creating and starting under load takes a few seconds. */
export const CALL_LIMIT_MS = 20_000;

/** Bytes of one answer. `info` of a large engine is some 10 KB, a list of 10,000 containers some 10 MB. */
export const ANSWER_LIMIT_BYTES = 32 * 1024 * 1024;

/** Levels of JSON in one answer. The deepest of an engine has about ten; whoever walks an answer may do so by recursion. */
export const ANSWER_LIMIT_LEVELS = 100;

/** Milliseconds in which a target must answer its first call. */
export const REACH_LIMIT_MS = 5_000;
