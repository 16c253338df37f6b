/** An input that cannot be read as a log; the message goes on after its name: "is a directory". */
export class UnusableInput extends Error {}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'is a directory; name the files in it',
  EACCES: 'may not be read (permission denied)',
  EPERM: 'may not be read (permission denied)',
};

/** What a failed read says about the input. */
export function unusableBecause(error: unknown): UnusableInput {
  if (error instanceof UnusableInput) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  return new UnusableInput(REASONS[code ?? ''] ?? `cannot be read (${message})`);
}
