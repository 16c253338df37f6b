import type { Summary } from '../../../../server/src/core/summary/summary';
import type { TableModel } from '../table/tableModel';
import { faultTable, groupTable, kindTables } from './kindTables';
import { placeTables } from './placeTables';
import { rejectedTables, trafficTables } from './trafficTables';
import type { View } from './view';

export interface TableGroup {
  readonly id: string;
  readonly title: string;
  readonly tables: readonly TableModel[];
}

/** Every table that has something to show, in the order of the page. */
export function allTables(summary: Summary, view: View): TableGroup[] {
  const groups: TableGroup[] = [
    { id: 'traffic', title: 'Traffic', tables: trafficTables(summary, view) },
    { id: 'refused', title: 'Rejected', tables: rejectedTables(summary, view) },
    {
      id: 'places',
      title: 'Places',
      tables: [...placeTables(summary, view), groupTable(summary, view)],
    },
    {
      id: 'kinds',
      title: 'Kinds of records',
      tables: [...kindTables(summary, view), faultTable(summary)],
    },
  ];
  return groups
    .map(group => ({ ...group, tables: group.tables.filter(({ rows }) => rows.length > 0) }))
    .filter(({ tables }) => tables.length > 0);
}
