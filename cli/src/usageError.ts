/** A command line that cannot be carried out; the message is a sentence for the user. */
export class UsageError extends Error {
  constructor(
    message: string,
    /** The command whose help tells more. */
    readonly command?: string,
  ) {
    super(message);
  }
}
