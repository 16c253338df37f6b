import type { MissingField, RecordView, StrayToken } from '../record/recordView';

/** Neighbouring columns, and the tokens that may stand in them, of which nobody can tell where. */
export interface UndecidedFields {
  readonly columns: readonly MissingField[];
  readonly tokens: readonly StrayToken[];
}

/** Where a line may be read in several ways that are as good as each other. */
export function undecidedFields({ missing, strays, values }: RecordView): UndecidedFields[] {
  const columns = missing.filter(({ undecided }) => undecided);
  const places = [...new Set(columns.map(({ at }) => at))];
  return places.map(at => {
    const next = values.find(({ start }) => start >= at)?.start ?? Infinity;
    return {
      columns: columns.filter(column => column.at === at),
      tokens: strays.filter(
        ({ reason, start }) => reason === 'undecided' && start >= at && start < next,
      ),
    };
  });
}
