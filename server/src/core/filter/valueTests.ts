import { ACTION, FLAG, STATUS } from '../scan/columns';
import { protocolIn, NO_PROTOCOL } from './conversation';
import type { RecordFilter } from './recordFilter';
import type { ChunkTest } from './recordMatcher';
import { NO_TIME, recordTime } from './recordTime';

const ACTIONS = { ACCEPT: ACTION.accept, REJECT: ACTION.reject, none: ACTION.none } as const;
const STATUSES = {
  OK: STATUS.ok,
  NODATA: STATUS.nodata,
  SKIPDATA: STATUS.skipdata,
  none: STATUS.none,
} as const;

/** The conditions of a filter on numbers, actions, statuses and times. */
export function valueTests(filter: RecordFilter): ChunkTest[] {
  const { sourcePort, destinationPort, port, protocol, action, status, time } = filter;
  const tests: ChunkTest[] = [];
  if (time) {
    tests.push(({ columns }) => row => {
      const at = recordTime(columns, row);
      return at !== NO_TIME && at >= time.from && at < time.to;
    });
  }
  if (action)
    tests.push(
      ({ columns }) =>
        row =>
          columns.action[row] === ACTIONS[action],
    );
  if (status)
    tests.push(
      ({ columns }) =>
        row =>
          columns.status[row] === STATUSES[status],
    );
  if (protocol !== undefined) {
    const wanted = protocol === 'none' ? NO_PROTOCOL : protocol;
    tests.push(
      ({ columns }) =>
        row =>
          protocolIn(columns, row) === wanted,
    );
  }
  if (sourcePort !== undefined) {
    tests.push(
      ({ columns: { srcPort, flags } }) =>
        row =>
          srcPort[row] === sourcePort && (flags[row]! & FLAG.srcPort) !== 0,
    );
  }
  if (destinationPort !== undefined) {
    tests.push(
      ({ columns: { dstPort, flags } }) =>
        row =>
          dstPort[row] === destinationPort && (flags[row]! & FLAG.dstPort) !== 0,
    );
  }
  if (port !== undefined) {
    tests.push(
      ({ columns: { srcPort, dstPort, flags } }) =>
        row =>
          (srcPort[row] === port && (flags[row]! & FLAG.srcPort) !== 0) ||
          (dstPort[row] === port && (flags[row]! & FLAG.dstPort) !== 0),
    );
  }
  return tests;
}
