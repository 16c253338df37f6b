import {
  counted,
  duration,
  grouped,
  inBinaryUnit,
  inBitRateUnit,
  percent,
} from '../../../server/src/core/explain/quantities';
import { utc } from '../../../server/src/core/explain/time';
import { protocolWord } from '../../../server/src/core/explain/transport';
import type {
  FormRow,
  InterfaceRow,
  Metric,
  PortRow,
  ProtocolRow,
  Ranking,
  RegionPairRow,
  Row,
  Summary,
} from '../../../server/src/core/summary/summary';
import { placesIn, topOf, type PlaceOf } from './summaryJson';
import type { InputsSummary } from './summaryReader';
import { timelinePart } from './summaryTimeline';

/** A column of a table; figures stand to the right, and may have the name of a file before them. */
export interface Column {
  readonly name: string;
  readonly figure: boolean;
  readonly named?: boolean;
}

/** A part of the written summary: a table, sentences, or both. */
export interface Part {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  readonly sentences: readonly string[];
}

const words = (name: string): Column => ({ name, figure: false });
const figures = (name: string): Column => ({ name, figure: true });

/** The summary in parts, those that have something to say. */
export function partsOf({ summary, files, notes }: InputsSummary, top: number, by: Metric): Part[] {
  const place = placesIn(files);
  const all = (title: string, rows: readonly Row[]) => tableOf(title, rows, place);
  const first = (title: string, list: Ranking<Row>) =>
    tableOf(titleOf(title, list, top), topOf(list.rows, top, by), place);
  const parts = [
    totalsPart(summary),
    all('Forms', summary.byForm.map(titled)),
    all('Observation points', summary.byObservation),
    all('Actions', summary.byAction),
    all('Log status', summary.byLogStatus),
    all('Protocols', summary.byProtocol.map(withWord)),
    faultsPart(summary),
    timelinePart(summary.timeline),
    first('Sources', summary.topSources),
    first('Destinations', summary.topDestinations),
    first('Destination ports', withServices(summary.topDestinationPorts)),
    first('Conversations', withMarks(summary)),
    first('Rejected sources', summary.rejectedSources),
    first('Rejected ports', withServices(summary.rejectedPorts)),
    first('Rejected pairs', summary.rejectedPairs),
    withSpan(interfacesPart('Interfaces', summary.interfaces, top, by), summary),
    withSpan(interfacesPart('NAT gateways', summary.natGateways, top, by), summary),
    withSpan(regionsPart(summary.regionPairs, top, by), summary),
    all('Groups', summary.groups),
    findingsPart(summary, place),
    sentencesPart(
      'Not exact',
      summary.approximate.map(({ text }) => text),
    ),
    sentencesPart('Notes', notes),
  ];
  return parts.filter(({ rows, sentences }) => rows.length > 0 || sentences.length > 0);
}

function totalsPart({ totals }: Summary): Part {
  const { lines, records, faults, bytes, packets, start, end, stretched } = totals;
  const { accepted, rejected, throttled, deniedShare, untimed, seenAtSeveralPoints } = totals;
  const rows = [
    ['Lines', grouped(lines)],
    ['Records', grouped(records)],
    ['Faults', grouped(faults)],
    ['Packets', grouped(packets)],
    ['Bytes', `${grouped(bytes)} (${inBinaryUnit(bytes)})`],
    ...(start === null || end === null
      ? []
      : [
          ['From', utc(start * 1000)],
          ['To', utc(end * 1000)],
          ['Span', duration(end - start)],
        ]),
    ...(untimed > 0 ? [['Without a time', grouped(untimed)]] : []),
    ['Accepted', grouped(accepted.records)],
    [
      'Rejected',
      `${grouped(rejected.records)}${throttled.records > 0 ? `, of which throttled (CCN) ${grouped(throttled.records)}` : ''}`,
    ],
    ...(records > 0 ? [['Denied share', deniedText(deniedShare)]] : []),
    ['Accounts', grouped(totals.accounts)],
    ['Interfaces', grouped(totals.interfaces)],
  ];
  const twice = seenAtSeveralPoints.conversations;
  const sentence = `${counted(twice, 'conversation')} recorded at more than one point; all figures are as recorded.`;
  const sentences = [...(stretched ? [stretched.text] : []), ...(twice > 0 ? [sentence] : [])];
  return {
    title: 'Totals',
    columns: [words('Total'), words('Figure')],
    rows,
    sentences,
  };
}

function deniedText(share: number | null): string {
  if (share === null) return '\u2013, no record has ACCEPT or REJECT';
  return `${percent(share)} of those with ACCEPT or REJECT`;
}

/** Records, packets and bytes by key, with the first line of each. */
function tableOf(title: string, rows: readonly Row[], place: PlaceOf): Part {
  const named = rows.some(({ line }) => place(line).file !== undefined);
  const firstLine: Column = { ...figures('First line'), named };
  return {
    title,
    columns: [words('Key'), ...['Records', 'Packets', 'Bytes'].map(figures), firstLine],
    rows: rows.map(row => {
      const { line, file } = place(row.line);
      const at = file === undefined ? String(line) : `${file}:${line}`;
      return [row.key, grouped(row.records), grouped(row.packets), grouped(row.bytes), at];
    }),
    sentences: [],
  };
}

function titleOf(title: string, { keys, keysExact }: Ranking<Row>, top: number): string {
  if (keys <= top && keysExact) return title;
  return `${title} (${keysExact ? '' : 'at least '}${grouped(keys)}, the first ${grouped(Math.min(top, keys))})`;
}

/** The key of declared columns names them all, and is wider than any terminal. */
function titled(row: FormRow): Row {
  return { ...row, key: row.title };
}

function withWord(row: ProtocolRow): Row {
  const key = row.protocol === null ? row.key : `${row.key} ${protocolWord(row.protocol)}`;
  return { ...row, key };
}

function withServices(list: Ranking<PortRow>): Ranking<Row> {
  const rows = list.rows.map(row => ({
    ...row,
    key: row.service ? `${row.key} ${row.service}` : row.key,
  }));
  return { ...list, rows };
}

function withMarks({ topConversations }: Summary): Ranking<Row> {
  const rows = topConversations.rows.map(row => ({
    ...row,
    key: row.seenAtSeveralPoints ? `${row.key} (recorded at several points)` : row.key,
  }));
  return { ...topConversations, rows };
}

function faultsPart({ faultsByRule }: Summary): Part {
  const rows = faultsByRule.map(({ key, count }) => [key, grouped(count)]);
  return {
    title: 'Reports by rule',
    columns: [words('Rule'), figures('Times')],
    rows,
    sentences: [],
  };
}

/** A part with averages, and why they may mislead. */
function withSpan(part: Part, { totals: { stretched } }: Summary): Part {
  if (!stretched || part.rows.length === 0) return part;
  return { ...part, sentences: [...part.sentences, stretched.text] };
}

function interfacesPart(title: string, list: Ranking<InterfaceRow>, top: number, by: Metric): Part {
  const rows = topOf(list.rows, top, by).map(row => [
    row.key,
    ...[row.records, row.packets, row.bytes].map(grouped),
    row.bitsPerSecond === null ? '' : inBitRateUnit(row.bitsPerSecond),
    row.rejectedShare === null ? '' : percent(row.rejectedShare),
  ]);
  return {
    title: titleOf(title, list, top),
    columns: [
      words('Interface'),
      ...['Records', 'Packets', 'Bytes', 'Average', 'Rejected, of all records'].map(figures),
    ],
    rows,
    sentences: [],
  };
}

function regionsPart(list: Ranking<RegionPairRow>, top: number, by: Metric): Part {
  const rows = topOf(list.rows, top, by).map(row => [
    row.key,
    ...[row.records, row.packets, row.bytes].map(grouped),
    COUNTED_AT[row.countedAt],
    grouped(row.counted.bytes),
    row.bitsPerSecond === null ? '' : inBitRateUnit(row.bitsPerSecond),
    percent(row.throttledShare.bytes),
  ]);
  return {
    title: titleOf('Region pairs', list, top),
    columns: [
      words('Region pair'),
      ...['Records', 'Packets', 'Bytes'].map(figures),
      words('Counted at'),
      ...['Bytes there', 'Average there', 'Throttled bytes'].map(figures),
    ],
    rows,
    sentences: list.rows.some(row => row.seenAtBothRegions) ? [BOTH_REGIONS] : [],
  };
}

const COUNTED_AT: Readonly<Record<RegionPairRow['countedAt'], string>> = {
  source: 'source',
  destination: 'destination',
  elsewhere: 'elsewhere',
  several: 'differs by CCN',
};

const BOTH_REGIONS =
  'Both regions of a CCN have records, perhaps of the same traffic: counted is the side with more bytes, and throttled bytes are a share of the side with more of those.';

function findingsPart({ findings }: Summary, place: PlaceOf): Part {
  const sentences = findings.map(({ rule, text, lines }) => {
    const at = lines
      .map(place)
      .map(({ line, file }) => (file === undefined ? `${line}` : `${file}:${line}`));
    const lead = at.length === 1 ? 'Line' : 'Lines';
    return `${rule}: ${text}${at.length > 0 ? ` ${lead} ${at.join(', ')}.` : ''}`;
  });
  return { ...sentencesPart('Findings: hints, not verdicts', sentences) };
}

function sentencesPart(title: string, sentences: readonly string[]): Part {
  return { title, columns: [], rows: [], sentences };
}
