import type { RecordFilter } from '../../../../server/src/core/filter/recordFilter';
import type { Coverage, CoverageState } from '../../../../server/src/core/summary/summary';
import { grouped } from '../format/amounts';
import type { TableModel } from '../table/tableModel';
import { numberCell, numberColumn, textCell, textColumn } from '../tables/figures';

export const STATES: readonly CoverageState[] = ['ok', 'no-data', 'skip-data', 'missing'];

export const STATE_NAMES: Readonly<Record<CoverageState, string>> = {
  ok: 'OK',
  'no-data': 'NODATA',
  'skip-data': 'SKIPDATA',
  missing: 'No record',
};

/** The records of a point; a CCN is followed by the region where they were made. */
export function pointFilter(key: string): RecordFilter {
  const [point = key, region] = key.split(' ');
  return region === undefined ? { point } : { point, region };
}

/** The strips as a table: in how many slots a point was in which state. */
export function coverageTable({ points, width }: Coverage): TableModel {
  return {
    id: 'coverage',
    title: 'Coverage by interface',
    columns: [
      textColumn('key', 'Interface'),
      ...STATES.map(state => numberColumn(state, STATE_NAMES[state], `Slots of ${width} s`)),
    ],
    rows: points.map(({ key, slots }) => ({
      key,
      title: `Interface: ${key}`,
      filter: pointFilter(key),
      cells: [textCell(key), ...STATES.map(state => numberCell(slots[state], grouped))],
    })),
    notes: [],
  };
}
