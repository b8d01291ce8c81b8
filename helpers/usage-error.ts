/**
 * The operator's or the set-up's trouble: nothing could be judged. The command line prints it as one line with its mend
 * and exits with status 2.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  /**
   * @param message one line: what is wrong, with the value that is wrong
   * @param mend one line: what to do, a command where there is one
   */
  constructor(
    message: string,
    readonly mend?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
