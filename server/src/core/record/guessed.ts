import type { FieldKind } from '../layouts/fields';
import type { RecordView } from './recordView';

/** Kinds whose values are told by their looks, wherever they stand. */
const TELLING: ReadonlySet<FieldKind> = new Set(['account', 'interface', 'action', 'log-status']);

/** Whether the values of a kind are told apart from others even where columns are guessed. */
export const isTold = (kind: FieldKind): boolean => TELLING.has(kind);

/**
 * Whether several values stand among those of a record that its layout has no columns for. It is one of
 * another layout then, whose order nobody knows: source may be destination, and packets bytes.
 */
export function isGuessed({ values, strays, missing }: RecordView): boolean {
  if (strays.length < 2) return false;
  const first = values[0]?.start ?? 0;
  const last = values.at(-1)?.start ?? 0;
  const isAmong = (start: number) => start > first && start < last;
  const among = strays.filter(
    ({ reason, start }) => (reason === 'extra' || reason === 'undecided') && isAmong(start),
  );
  return among.length - missing.filter(({ undecided }) => undecided).length > 1;
}
