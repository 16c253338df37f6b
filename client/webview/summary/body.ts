import { element } from '../common/element';
import { coverageTable } from './coverage/coverageModel';
import { coverageStrips } from './coverage/coverageSection';
import type { Opened } from './disclosure';
import { findingsView } from './findings';
import type { Picture, Sort } from './messages';
import { allTables, type TableGroup } from './tables/allTables';
import type { View } from './tables/view';
import { tableView, type TableActions } from './table/tableView';

export interface BodyActions extends TableActions {
  readonly explain: () => void;
}

/** Everything below the timeline. */
export function bodyOf(
  picture: Picture,
  view: View,
  sorts: ReadonlyMap<string, Sort>,
  opened: Opened,
  actions: BodyActions,
): HTMLElement[] {
  const { summary } = picture;
  const { coverage } = summary;
  return [
    ...[findingsView(picture, actions)].filter(section => section !== null),
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
