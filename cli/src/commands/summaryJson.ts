import type {
  Counts,
  Metric,
  Ranking,
  Row,
  Summary,
} from '../../../server/src/core/summary/summary';
import { visibleJson } from '../visible';
import type { InputsSummary } from './summaryReader';

/** A line of one of the inputs: the input's name, if there are several, and the line from 1. */
export type PlaceOf = (line: number) => { readonly line: number; readonly file?: string };

/** Where a line of the summary stands. */
export function placesIn(files: InputsSummary['files']): PlaceOf {
  return line => {
    const input = files.findLast(({ firstLine }) => firstLine <= line);
    const place = { line: line - (input?.firstLine ?? 0) + 1 };
    return files.length > 1 && input ? { ...place, file: input.file } : place;
  };
}

/** The summary as one JSON object on one line. */
export function summaryJson(
  { summary, files, notes }: InputsSummary,
  top: number,
  by: Metric,
): string {
  const place = placesIn(files);
  const { totals, timeline, coverage } = summary;
  const { lines, records, faults, bytes, packets, start, end, stretched, untimed } = totals;
  const { accepted, rejected, throttled, deniedShare, seenAtSeveralPoints } = totals;
  return `${visibleJson({
    ...{ lines, records, faults, bytes, packets, start, end },
    files: files.map(({ file }) => file),
    ...{ stretched, untimed, accepted, rejected, throttled, deniedShare, seenAtSeveralPoints },
    ...listsIn(summary, top, by, place),
    faultsByRule: Object.fromEntries(summary.faultsByRule.map(({ key, count }) => [key, count])),
    timeline: {
      width: timeline.width,
      buckets: timeline.buckets.map(({ line, ...bucket }) => ({ ...bucket, ...place(line) })),
    },
    coverage,
    series: summary.series,
    findings: summary.findings.map(({ lines: found, ...finding }) => ({
      ...finding,
      lines: found.map(place),
    })),
    approximate: summary.approximate,
    notes,
  })}\n`;
}

function listsIn(summary: Summary, top: number, by: Metric, place: PlaceOf) {
  const all = (rows: readonly Row[]) => rows.map(row => entryOf(row, place));
  const first = (list: Ranking<Row>) => all(topOf(list.rows, top, by));
  return {
    byForm: all(summary.byForm),
    byObservation: all(summary.byObservation),
    byAction: all(summary.byAction),
    byLogStatus: all(summary.byLogStatus),
    byProtocol: all(summary.byProtocol),
    accounts: first(summary.accounts),
    interfaces: first(summary.interfaces),
    natGateways: first(summary.natGateways),
    topSources: first(summary.topSources),
    topDestinations: first(summary.topDestinations),
    topDestinationPorts: first(summary.topDestinationPorts),
    topConversations: first(summary.topConversations),
    rejectedSources: first(summary.rejectedSources),
    rejectedPorts: first(summary.rejectedPorts),
    rejectedPairs: first(summary.rejectedPairs),
    regionPairs: first(summary.regionPairs),
    groups: all(summary.groups),
  };
}

/** The largest rows by a metric, of a list that is sorted by it. */
export function topOf<R extends Counts>(rows: readonly R[], top: number, by: Metric): R[] {
  return [...rows].sort((a, b) => b[by] - a[by]).slice(0, top);
}

/** An entry begins with its key and its figures, and tells where its first line is. */
function entryOf(row: Row, place: PlaceOf): object {
  const { key, records, packets, bytes, line, ...more } = row;
  return { key, records, packets, bytes, ...more, ...place(line) };
}
