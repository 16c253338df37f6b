import { accountId } from '../network/identifiers';
import type { LogSetup } from '../network/logSetup';
import type { ObservationPoint } from '../network/observationPoint';
import type { Draft } from './draft';
import {
  emptyValues,
  hasHeader,
  headerOf,
  regionsOf,
  writerOf,
  writtenPort,
  type LogForm,
  type RecordValues,
} from './forms';

/** The order in which an export gives its records. */
export type LogOrder = 'oldest-first' | 'newest-first' | 'by-window' | 'shuffled';

/** A line of the log before it has a place in it. */
interface Entry {
  readonly time: number;
  readonly values: RecordValues;
  readonly draft: Draft | undefined;
}

export interface WrittenLog {
  readonly text: string;
  /** The drafts by line; undefined for a line that carries no data. */
  readonly lines: readonly (Draft | undefined)[];
}

/** Share of the records that are left where a window is marked SKIPDATA. */
const KEPT_BESIDE_SKIPDATA = 0.5;

/** Writes what the points captured, in a form and an order, and tells the drafts their lines. */
export function writeLog(
  setup: LogSetup,
  points: readonly ObservationPoint[],
  form: LogForm,
  order: LogOrder,
): WrittenLog {
  const account = accountId(setup);
  const entries = points.flatMap(point => entriesOf(setup, point, account, order));
  if (order === 'shuffled') setup.random.shuffle(entries);
  else entries.sort((a, b) => (order === 'newest-first' ? b.time - a.time : a.time - b.time));

  const write = writerOf(form, setup);
  const texts = hasHeader(form) ? [headerOf(form)] : [];
  const lines: (Draft | undefined)[] = texts.map(() => undefined);
  for (const { values, draft } of entries) {
    if (draft) draft.line = texts.length;
    texts.push(write(values));
    lines.push(draft);
  }
  return { text: `${texts.join('\n')}\n`, lines };
}

function entriesOf(
  { random }: LogSetup,
  point: ObservationPoint,
  account: string,
  order: LogOrder,
): Entry[] {
  const { capture } = point;
  const { windows, lost } = capture.options;
  const seen = new Set<number>();
  const entries: Entry[] = [];
  for (const draft of capture.drafts) {
    const fate = lost?.get(draft.window);
    if (!capture.isCollected(draft) || fate === 'silently') continue;
    if (fate === 'skipdata' && !random.chance(KEPT_BESIDE_SKIPDATA)) continue;
    seen.add(draft.window);
    const values = valuesOf(point, draft, account);
    const time = order === 'by-window' ? capture.windowStart(draft.window) : values.start;
    entries.push({ time, values, draft });
  }
  for (let number = 0; number < windows; number++) {
    const fate = lost?.get(number);
    if (fate === 'silently' || (seen.has(number) && fate === undefined)) continue;
    const start = capture.windowStart(number);
    const status = fate === 'skipdata' ? 'SKIPDATA' : 'NODATA';
    const values = emptyValues(status, point, account, start, capture.windowEnd(number));
    entries.push({ time: start, values, draft: undefined });
  }
  return entries;
}

function valuesOf(point: ObservationPoint, draft: Draft, account: string): RecordValues {
  const { flow, hop } = draft;
  const crossRegion = point.kind === 'ccn';
  const [start, end] = recordedTimes(point, draft);
  return {
    id: point.id,
    account,
    source: flow.source.text,
    destination: flow.destination.text,
    srcPort: writtenPort(flow.srcPort, flow.protocol, crossRegion),
    dstPort: writtenPort(flow.dstPort, flow.protocol, crossRegion),
    protocol: flow.protocol,
    packets: draft.packets,
    bytes: draft.bytes,
    start,
    end,
    action: draft.accepted ? 'ACCEPT' : 'REJECT',
    status: 'OK',
    tcpFlags: draft.tcpFlags,
    direction: hop.direction,
    ...regionsOf(point, hop.direction === 'egress'),
  };
}

/** `start` and `end` as the record has them: first and last packet, or the window's bounds. */
export function recordedTimes(
  { capture }: ObservationPoint,
  { window, start, end }: Draft,
): readonly [start: number, end: number] {
  if (capture.options.times !== 'window') return [start, end];
  return [capture.windowStart(window), capture.windowEnd(window)];
}
