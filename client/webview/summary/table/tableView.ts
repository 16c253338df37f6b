import { element } from '../../common/element';
import type { Reveal, Sort } from '../messages';
import { barCell } from './barCell';
import { nextSort, sortRows } from './sortRows';
import { toCsv } from './csv';
import { toMarkdown } from './markdown';
import type { Cell, Column, TableModel, TableRow } from './tableModel';

/** What a table does when it is used. */
export interface TableActions {
  readonly reveal: (message: Reveal) => void;
  readonly sort: (table: string, sort: Sort) => void;
  readonly copy: (text: string, what: string) => void;
}

/** A table with heads that sort it, rows that lead to their records, and buttons that copy it. */
export function tableView(
  model: TableModel,
  sort: Sort | undefined,
  actions: TableActions,
): HTMLElement {
  const { id, title, columns, notes } = model;
  const rows = sortRows(model, sort);
  const heading = `table-${id}`;
  return element(
    'section',
    { class: 'panel table-panel', id: `panel-${id}`, 'aria-labelledby': heading },
    element(
      'div',
      { class: 'panel-head' },
      element('h3', { id: heading }, title),
      copyButtons(model, rows, actions),
    ),
    element(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': `${title}, table` },
      element(
        'table',
        { 'aria-labelledby': heading },
        element('thead', {}, element('tr', {}, ...columns.map(head))),
        element('tbody', {}, ...rows.map(row => tableRow(row, columns, id, actions))),
      ),
    ),
    ...notes.map(note => element('p', { class: 'note' }, note)),
  );

  function head(column: Column): HTMLElement {
    const shown = sort ?? { column: model.sortedBy, descending: true };
    const isSorted = shown.column === column.id;
    const order = shown.descending ? 'descending' : 'ascending';
    const button = element(
      'button',
      {
        type: 'button',
        class: 'sort',
        title: column.hint ?? `Sort by ${column.label.toLowerCase()}`,
        'data-focus': `sort ${id} ${column.id}`,
      },
      column.label,
      isSorted &&
        element(
          'span',
          { class: 'arrow', 'aria-hidden': 'true' },
          shown.descending ? '\u25be' : '\u25b4',
        ),
    );
    button.addEventListener('click', () => {
      const from = isSorted ? { column: column.id, descending: shown.descending } : undefined;
      actions.sort(id, nextSort(column.id, column.numeric, from));
    });
    return element(
      'th',
      { scope: 'col', class: kind(column), 'aria-sort': isSorted ? order : 'none' },
      button,
    );
  }
}

function tableRow(
  row: TableRow,
  columns: readonly Column[],
  table: string,
  { reveal }: TableActions,
): HTMLElement {
  const { filter, line, title, key } = row;
  const [first, ...rest] = row.cells;
  const go = filter && (() => reveal({ title, filter, ...(line === undefined ? {} : { line }) }));
  const made = element(
    'tr',
    { class: go ? 'leads' : undefined },
    element('th', { scope: 'row' }, go ? link(first, go, `${table} ${key}`) : (first?.text ?? '')),
    ...rest.map((cell, i) => barCell(cell, kind(columns[i + 1]))),
  );
  if (go) made.addEventListener('click', go);
  return made;
}

function link(cell: Cell | undefined, go: () => void, focus: string): HTMLElement {
  const button = element(
    'button',
    {
      type: 'button',
      class: 'link',
      title: 'Select its records in the editor',
      'data-focus': focus,
    },
    cell?.text ?? '',
  );
  button.addEventListener('click', event => {
    event.stopPropagation();
    go();
  });
  return button;
}

function copyButtons(
  model: TableModel,
  rows: readonly TableRow[],
  { copy }: TableActions,
): HTMLElement {
  const button = (format: string, write: typeof toCsv) => {
    const label = `Copy ${model.title.toLowerCase()} as ${format}`;
    const made = element(
      'button',
      { type: 'button', class: 'quiet', 'aria-label': label, title: label, 'data-focus': label },
      format,
    );
    made.addEventListener('click', () => copy(write(model, rows), `${model.title} as ${format}`));
    return made;
  };
  return element(
    'span',
    { class: 'copies' },
    element('span', { class: 'copy-word', 'aria-hidden': 'true' }, 'Copy'),
    button('Markdown', toMarkdown),
    button('CSV', toCsv),
  );
}

function kind(column: Column | undefined): string | undefined {
  return column?.numeric ? 'number' : undefined;
}
