import { NO_PROTOCOL } from '../../filter/conversation';
import type { RecordFilter } from '../../filter/recordFilter';
import type { Details } from '../detail/details';
import type { Lane } from '../detail/lane';
import type { Series } from '../summary';

/** The series that a second pass brought; none before it. */
export function seriesOf({ plan, series }: Details): Series[] {
  if (!plan?.series || !series) return [];
  const { width, sources, protocols, regionPairs } = plan.series;
  const one = (of: Series['of'], key: string, filter: RecordFilter, lane: Lane): Series => ({
    ...{ of, key, filter, width },
    points: lane.points(),
  });
  return [
    ...regionPairs.map(({ source, destination }, i) => {
      const filter = { sourceRegion: source, destinationRegion: destination };
      return one('region-pair', `${source} → ${destination}`, filter, series.regionPairs[i]!);
    }),
    ...sources.map((source, i) => one('source', source, { source }, series.sources[i]!)),
    ...protocols.map((protocol, i) => {
      const none = protocol === NO_PROTOCOL;
      const filter: RecordFilter = { protocol: none ? 'none' : protocol };
      return one('protocol', none ? 'none' : String(protocol), filter, series.protocols[i]!);
    }),
  ];
}
