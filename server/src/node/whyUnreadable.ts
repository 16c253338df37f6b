const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  EISDIR: 'it is a folder',
  EMFILE: 'too many files are open',
};

const MISTAKES = [TypeError, RangeError, ReferenceError];

/** Why a file cannot be read, as the end of a sentence. */
export function whyUnreadable(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (MISTAKES.some(mistake => error instanceof mistake)) {
    return `something went wrong in Flow Logs itself (${message})`;
  }
  return REASONS[code ?? ''] ?? message;
}
