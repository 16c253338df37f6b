import type { RecordFilter } from '../../../server/src/core/filter/recordFilter';
import type { Summary } from '../../../server/src/core/summary/summary';
import { element } from '../common/element';
import { counted, grouped, percent, short } from './format/amounts';
import { lasting, utc } from './format/times';
import type { Reveal } from './messages';

/** One figure on top of the page. */
export interface Tile {
  readonly name: string;
  readonly value: string;
  readonly detail?: string;
  /** The records behind it. */
  readonly filter?: RecordFilter;
}

export function tilesOf({ totals, approximate }: Summary): Tile[] {
  const { records, lines, bytes, packets, accepted, rejected, throttled, faults } = totals;
  const { start, end, deniedShare, accounts, interfaces, seenAtSeveralPoints: several } = totals;
  const about = (panel: string) =>
    approximate.some(entry => entry.panel === panel && entry.by === 'count') ? 'at least ' : '';
  const tiles: (Tile | false)[] = [
    { name: 'Records', value: grouped(records), detail: `in ${counted(lines, 'line')}` },
    { name: 'Bytes', value: short(bytes, 'B'), detail: grouped(bytes) },
    { name: 'Packets', value: short(packets), detail: grouped(packets) },
    {
      name: 'Time',
      value: start === null || end === null ? '\u2013' : lasting(Math.max(1, end - start)),
      detail:
        start === null || end === null
          ? 'no record has one'
          : `${utc(start)} to ${utc(end)} UTC${totals.stretched ? '; nearly all records lie in a small part of it' : ''}`,
    },
    {
      name: 'Accepted',
      value: grouped(accepted.records),
      detail: `${short(accepted.bytes, 'B')}, ${short(accepted.packets)} packets`,
      ...(accepted.records > 0 ? { filter: { action: 'ACCEPT' as const } } : {}),
    },
    {
      name: 'Rejected',
      value: grouped(rejected.records),
      detail: [
        records > 0 ? deniedText(deniedShare) : '',
        throttled.records > 0 ? `${grouped(throttled.records)} throttled` : '',
      ]
        .filter(text => text !== '')
        .join(', '),
      ...(rejected.records > 0 ? { filter: { action: 'REJECT' as const } } : {}),
    },
    {
      name: 'Problems',
      value: grouped(faults),
      detail: 'errors and warnings',
      ...(faults > 0 ? { filter: { fault: true as const } } : {}),
    },
    interfaces > 0 && { name: 'Interfaces', value: `${about('interfaces')}${grouped(interfaces)}` },
    accounts > 0 && { name: 'Accounts', value: `${about('accounts')}${grouped(accounts)}` },
    several.records > 0 && {
      name: 'At several points',
      value: counted(several.conversations, 'conversation'),
      detail: `${counted(several.records, 'record')}, perhaps of the same packets: each counts`,
    },
  ];
  return tiles.filter(tile => tile !== false);
}

function deniedText(share: number | null): string {
  if (share === null) return 'no record has ACCEPT or REJECT';
  return `${percent(share)} of those with ACCEPT or REJECT`;
}

/** The figures on top of the page, which lead to their records like all others. */
export function totalsView(summary: Summary, reveal: (message: Reveal) => void): HTMLElement {
  return element(
    'dl',
    { class: 'tiles' },
    ...tilesOf(summary).map(({ name, value, detail, filter }) =>
      element(
        'div',
        { class: 'tile' },
        element('dt', {}, name),
        element('dd', { class: 'value' }, filter ? link(name, value, filter) : value),
        detail ? element('dd', { class: 'detail' }, detail) : null,
      ),
    ),
  );

  function link(name: string, value: string, filter: RecordFilter): HTMLElement {
    const title = `${name}: select the records in the editor`;
    const attributes = { type: 'button', class: 'link', title, 'data-focus': `tile ${name}` };
    const button = element('button', attributes, value);
    button.addEventListener('click', () => reveal({ title: name, filter }));
    return button;
  }
}
