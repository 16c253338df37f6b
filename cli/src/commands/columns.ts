import { fieldNamed } from '../../../server/src/core/layouts/fields';
import type { UsageError } from '../usageError';
import { visible } from '../visible';
import type { Streams } from './command';

/** The names that `--columns` lists, none if it is absent; `usage` makes the error of a command. */
export function readColumns(
  list: string | undefined,
  usage: (sentence: string) => UsageError,
): string[] {
  if (list === undefined) return [];
  const names = list.split(/[\s,]+/).filter(name => name !== '');
  const fields = names.flatMap(name => fieldNamed(name)?.name ?? []);
  if (fields.length === 0) {
    throw usage(`--columns takes names of fields in the order of the columns, not "${list}".`);
  }
  const repeated = fields.find((name, i) => fields.indexOf(name) < i);
  if (repeated !== undefined) throw usage(`--columns names ${repeated} twice.`);
  return names;
}

/** A name that no known field has is another cloud's, or a slip of the pen. */
export async function sayUnknownColumns({ err }: Streams, columns: readonly string[]) {
  // What has no letter is there to skip a column.
  const unknown = columns.filter(name => /\p{L}/u.test(name) && !fieldNamed(name));
  if (unknown.length === 0) return;
  const names = visible(unknown.join(', '));
  await err.write(`flowlog: --columns: no known field is called ${names}; kept as text.\n`);
  await err.flush();
}
