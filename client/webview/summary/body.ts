import type { Summary } from '../../../server/src/core/summary/summary';
import { element } from '../shared/element';
import { coverageTable } from './coverage/coverageModel';
import { coverageStrips } from './coverage/coverageSection';
import type { Opened } from './disclosure';
import { findingsView } from './findings';
import type { Sort } from './messages';
import { allTables, type TableGroup } from './tables/allTables';
import type { View } from './tables/view';
import { tableView, type TableActions } from './table/tableView';

export type BodyActions = TableActions;

/** Everything below the timeline. */
export function bodyOf(
  summary: Summary,
  view: View,
  sorts: ReadonlyMap<string, Sort>,
  opened: Opened,
  actions: BodyActions,
): HTMLElement[] {
  const { findings, coverage } = summary;
  return [
    ...(findings.length > 0 ? [findingsView(findings, actions.reveal)] : []),
    ...allTables(summary, view).map(group => tableGroup(group, sorts, actions)),
    ...(coverage.points.length > 0
      ? [
          element(
            'section',
            { 'aria-labelledby': 'coverage' },
            element('h2', { id: 'coverage' }, 'Coverage'),
            coverageStrips(coverage, actions.reveal),
            opened.part('coverage', 'As a table', () => {
              const model = coverageTable(coverage);
              return tableView(model, sorts.get(model.id), actions);
            }),
          ),
        ]
      : []),
  ];
}

function tableGroup(
  { id, title, tables }: TableGroup,
  sorts: ReadonlyMap<string, Sort>,
  actions: BodyActions,
): HTMLElement {
  return element(
    'section',
    { 'aria-labelledby': `group-${id}` },
    element('h2', { id: `group-${id}` }, title),
    element(
      'div',
      { class: 'panels' },
      ...tables.map(model => tableView(model, sorts.get(model.id), actions)),
    ),
  );
}
