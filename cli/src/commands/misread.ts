import type { UsageError } from '../usageError';

/** What is wrong with a command line that cannot be taken apart, in a sentence. */
export function misread(error: unknown, usage: (sentence: string) => UsageError): UsageError {
  const { message } = error as Error;
  const [, option] = /^Option '([^']+)' argument is ambiguous/.exec(message) ?? [];
  if (option !== undefined) {
    return usage(`${option} has no value; one that begins with a dash is written ${option}=VALUE.`);
  }
  // The first sentence says what is wrong; those after it tell what else could have been meant.
  const [sentence = ''] = message.split(/\.(?:\s|$)|\n/);
  return usage(`${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}.`);
}
