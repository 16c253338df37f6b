import { NO_PROTOCOL } from '../../filter/conversation';
import { addressText } from '../finish/keyText';
import { regionTraffic } from '../finish/regionSides';
import type { Side } from '../fold/regionPairs';
import { topEntries } from '../group/ranking';
import type { SummaryFold } from '../summaryFold';

/** How many sources and protocols, and how many region pairs, get a series. */
const MOST_LINES = 10;
const MOST_PAIRS = 20;

/** Whose figures are wanted over time. */
export interface SeriesPlan {
  /** Seconds in a bucket. */
  readonly width: number;
  readonly sources: readonly string[];
  /** Protocol numbers; 256 stands for none. */
  readonly protocols: readonly number[];
  readonly regionPairs: readonly RegionPairSeries[];
}

export interface RegionPairSeries {
  readonly source: string;
  readonly destination: string;
  /** For each CCN, where the records were made that count. */
  readonly sides: readonly { readonly ccn: string; readonly side: Side }[];
}

/** The largest by any metric: what the dashboards of the cloud's log service draw over time. */
export function seriesPlan(fold: SummaryFold): SeriesPlan {
  const { sources } = fold.details.tables();
  const entries = [...new Set(topEntries(sources, MOST_LINES).flatMap(top => top.entries))];
  return {
    width: fold.timeline.fitted().width,
    sources: entries.map(entry => addressText(fold.books, sources.words, entry, 'a')),
    protocols: largestProtocols(fold),
    regionPairs: largestPairs(fold),
  };
}

function largestProtocols({ totals: { protocols } }: SummaryFold): number[] {
  const present = Array.from({ length: NO_PROTOCOL + 1 }, (_, number) => number).filter(
    number => protocols.records(number) > 0,
  );
  const by = (figure: (number: number) => number) =>
    present.sort((a, b) => figure(b) - figure(a) || a - b).slice(0, MOST_LINES);
  const { bytes, packets } = {
    bytes: by(n => protocols.bytes(n)),
    packets: by(n => protocols.packets(n)),
  };
  return [...new Set([...bytes, ...packets])];
}

function largestPairs({ regionPairs, books }: SummaryFold): RegionPairSeries[] {
  const { names } = books;
  const pairs = regionTraffic(regionPairs);
  const by = (metric: 'bytes' | 'packets') =>
    [...pairs]
      .sort((a, b) => b.counted[metric] - a.counted[metric] || a.recorded.line - b.recorded.line)
      .slice(0, MOST_PAIRS);
  return [...new Set([...by('bytes'), ...by('packets')])].map(({ source, destination, sides }) => ({
    source: names.text(source),
    destination: names.text(destination),
    sides: sides.map(([ccn, side]) => ({ ccn: names.text(ccn), side })),
  }));
}
