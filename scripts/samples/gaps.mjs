import { eniRecords } from './eniExports.mjs';
import * as forms from './forms.mjs';
import { account, interfaces, morning } from './places.mjs';

const seconds = 300;
const { bastion, mysql, redis } = interfaces;

/** Which interface had nothing to tell in which window, and why; counts are written both ways. */
const gaps = [
  { window: 0, point: redis.id, status: 'NODATA', none: '-' },
  { window: 1, point: mysql.id, status: 'NODATA', none: '-' },
  { window: 1, point: redis.id, status: 'NODATA', none: '-' },
  { window: 3, point: bastion.id, status: 'SKIPDATA', none: '-' },
  { window: 3, point: mysql.id, status: 'NODATA', none: '-1' },
  { window: 4, point: bastion.id, status: 'SKIPDATA', none: '-1' },
  { window: 5, point: redis.id, status: 'NODATA', none: '-1' },
];

/** Traffic with windows in which an interface saw nothing, or in which records were left out. */
export function withGaps() {
  const recorded = eniRecords({ seed: 21, windows: 6, seconds, version: 'V1' }).filter(
    fields => !gaps.some(gap => isIn(gap, fields)),
  );
  return [...recorded, ...gaps.map(gapFields)]
    .sort((a, b) => windowOf(a) - windowOf(b))
    .map(fields => forms.values(forms.eniOrder, fields));
}

/** @param {forms.Fields} fields */
const windowOf = fields => Math.floor((Number(fields.start) - morning) / seconds);

/**
 * @param {typeof gaps[number]} gap
 * @param {forms.Fields} fields
 */
const isIn = (gap, fields) =>
  gap.point === fields['interface-id'] && gap.window === windowOf(fields);

/**
 * @param {typeof gaps[number]} gap
 * @returns {forms.Fields}
 */
function gapFields({ window, point, status, none }) {
  const start = morning + window * seconds;
  return {
    version: 'V1',
    'account-id': account,
    'interface-id': point,
    srcaddr: '-',
    dstaddr: '-',
    srcport: '-',
    dstport: '-',
    protocol: '-',
    packets: none,
    bytes: none,
    start,
    end: start + seconds - 1,
    action: '-',
    'log-status': status,
  };
}
