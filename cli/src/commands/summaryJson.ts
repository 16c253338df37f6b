import type { Counts, Metric, Row, Summary } from '../../../server/src/core/summary/summary';
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

/** The lists that `--top` cuts, in the order in which they are written. */
const CUT = [
  ...(['accounts', 'interfaces', 'natGateways', 'topSources', 'topDestinations'] as const),
  ...(['topDestinationPorts', 'topConversations'] as const),
  ...(['rejectedSources', 'rejectedPorts', 'rejectedPairs', 'regionPairs'] as const),
];

function listsIn(summary: Summary, top: number, by: Metric, place: PlaceOf) {
  const all = (rows: readonly Row[]) => rows.map(row => entryOf(row, place));
  return {
    byForm: all(summary.byForm),
    byObservation: all(summary.byObservation),
    byAction: all(summary.byAction),
    byLogStatus: all(summary.byLogStatus),
    byProtocol: all(summary.byProtocol),
    ...Object.fromEntries(CUT.map(list => [list, all(topOf<Row>(summary[list].rows, top, by))])),
    groups: all(summary.groups),
    keys: Object.fromEntries(CUT.map(list => [list, summary[list].keys])),
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
