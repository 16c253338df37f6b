import { element } from '../../common/element';
import type { Sort } from '../messages';
import { sortRows } from '../table/sortRows';
import type { TableModel } from '../table/tableModel';

/** A table of the report, in the order in which the page shows it. */
export function reportTable(model: TableModel, sort: Sort | undefined): HTMLElement {
  const { title, columns, notes } = model;
  const kind = (index: number) => (columns[index]?.numeric ? 'number' : undefined);
  return element(
    'section',
    {},
    element('h3', {}, title),
    element(
      'div',
      { class: 'table' },
      element(
        'table',
        {},
        element(
          'thead',
          {},
          element(
            'tr',
            {},
            ...columns.map(({ label }, i) =>
              element('th', { scope: 'col', class: kind(i) }, label),
            ),
          ),
        ),
        element(
          'tbody',
          {},
          ...sortRows(model, sort).map(({ cells }) =>
            element(
              'tr',
              {},
              ...cells.map(({ text }, i) =>
                i === 0
                  ? element('th', { scope: 'row' }, text)
                  : element('td', { class: kind(i) }, text),
              ),
            ),
          ),
        ),
      ),
    ),
    ...notes.map(note => element('p', { class: 'note' }, note)),
  );
}
