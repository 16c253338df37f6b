/** What the program tells the shell when it ends. */
export const EXIT = {
  /** Nothing is wrong, or nothing worse than a warning. */
  clean: 0,
  /** Errors were found in the logs. */
  found: 1,
  /** The command line, or one of the inputs, could not be used. */
  unusable: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
