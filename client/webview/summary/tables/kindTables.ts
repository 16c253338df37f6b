import type { ProtocolRow, Row, Summary } from '../../../../server/src/core/summary/summary';
import { percent } from '../format/amounts';
import type { TableModel } from '../table/tableModel';
import { protocolName } from './protocolNames';
import {
  FIGURE_COLUMNS,
  figureCells,
  greatest,
  numberCell,
  numberColumn,
  textCell,
  textColumn,
} from './figures';
import type { View } from './view';

/** What sorts of records there are. */
export function kindTables(summary: Summary, view: View): TableModel[] {
  const { byForm, byObservation, byAction, byLogStatus } = summary;
  return [
    protocols(summary.byProtocol, view),
    whole('actions', 'Actions', 'Action', byAction, view),
    whole('log-status', 'Log status', 'Log status', byLogStatus, view),
    whole('forms', 'Forms', 'Form', byForm, view, row => row.title),
    whole('observation', 'Observation points', 'Kind', byObservation, view, row =>
      row.key.toUpperCase(),
    ),
  ];
}

/** The blocks of addresses that the user named. */
export function groupTable({ groups }: Summary, view: View): TableModel {
  const table = whole('groups', 'Groups', 'Group', groups, view);
  const found = new Map(groups.map(row => [row.key, row]));
  return {
    ...table,
    columns: [
      ...table.columns,
      numberColumn('as-source', 'As source', 'Records whose source is in the group'),
      numberColumn('as-destination', 'As destination'),
    ],
    rows: table.rows.map(row => ({
      ...row,
      cells: [
        ...row.cells,
        numberCell(found.get(row.key)?.asSource.records ?? null),
        numberCell(found.get(row.key)?.asDestination.records ?? null),
      ],
    })),
  };
}

export function faultTable({ faultsByRule }: Summary): TableModel {
  const most = faultsByRule.reduce((found, { count }) => Math.max(found, count), 0);
  return {
    id: 'faults',
    title: 'Problems by rule',
    columns: [textColumn('key', 'Rule'), numberColumn('count', 'Problems')],
    rows: faultsByRule.map(({ key, count, filter }) => ({
      ...{ key, filter, title: `Problem: ${key}` },
      cells: [textCell(key), { ...numberCell(count), share: count / most }],
    })),
    notes: [],
    sortedBy: 'count',
  };
}

function protocols(rows: readonly ProtocolRow[], view: View): TableModel {
  const table = whole('protocols', 'Protocols', 'Protocol', rows, view, row =>
    protocolName(row.protocol),
  );
  const share = numberColumn('share', 'Of records', 'Share of all records');
  const shares = new Map(rows.map(row => [row.key, row.share]));
  return {
    ...table,
    columns: [...table.columns, share],
    rows: table.rows.map(row => ({
      ...row,
      cells: [...row.cells, numberCell(shares.get(row.key) ?? null, percent)],
    })),
  };
}

function whole<R extends Row>(
  id: string,
  title: string,
  one: string,
  rows: readonly R[],
  { by }: View,
  keyText: (row: R) => string = row => (row.key === 'none' ? 'none given' : row.key),
): TableModel {
  const sorted = [...rows].sort((a, b) => b[by] - a[by]);
  const most = greatest(rows, by);
  return {
    ...{ id, title, notes: [], sortedBy: by },
    columns: [textColumn('key', one), ...FIGURE_COLUMNS],
    rows: sorted.map(row => ({
      key: row.key,
      title: `${title}: ${keyText(row)}`,
      filter: row.filter,
      line: row.line,
      cells: [textCell(keyText(row)), ...figureCells(row, by, most)],
    })),
  };
}
