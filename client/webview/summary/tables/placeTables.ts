import type {
  InterfaceRow,
  Ranking,
  RegionPairRow,
  Summary,
} from '../../../../server/src/core/summary/summary';
import { bitRate, grouped, percent, short } from '../format/amounts';
import type { TableModel } from '../table/tableModel';
import { numberCell, numberColumn, textCell, textColumn } from './figures';
import { rankingTable } from './rankingTable';
import type { View } from './view';

/** Where the records were made. */
export function placeTables(summary: Summary, view: View): TableModel[] {
  return [
    points('interfaces', 'Interfaces', 'Interface', summary.interfaces, view),
    points('nat-gateways', 'NAT gateways', 'NAT gateway', summary.natGateways, view),
    regionPairs(summary.regionPairs, view),
    rankingTable(
      { id: 'accounts', title: 'Accounts', one: 'Account', many: 'accounts' },
      summary.accounts,
      view,
    ),
  ];
}

const RATE_HINT = 'Over the time span of the log';

function points(
  id: string,
  title: string,
  one: string,
  ranking: Ranking<InterfaceRow>,
  view: View,
): TableModel {
  return rankingTable<InterfaceRow>(
    {
      ...{ id, title, one, many: `${one.toLowerCase()}s` },
      after: [
        numberColumn('rejected', 'Rejected', 'Records with action REJECT'),
        numberColumn('share', 'Share', 'Share of REJECT among all its records, NODATA included'),
        numberColumn('rate', 'Rate', RATE_HINT),
      ],
      afterCells: row => [
        numberCell(row.rejected.records),
        numberCell(row.rejectedShare, percent),
        numberCell(row.bitsPerSecond, bitRate),
      ],
    },
    ranking,
    view,
  );
}

const COUNTED_AT: Readonly<Record<RegionPairRow['countedAt'], string>> = {
  source: 'source region',
  destination: 'destination region',
  elsewhere: 'elsewhere',
  several: 'differs by CCN',
};

function regionPairs(ranking: Ranking<RegionPairRow>, view: View): TableModel {
  return rankingTable<RegionPairRow>(
    {
      id: 'region-pairs',
      title: 'Region pairs',
      one: 'From and to',
      many: 'region pairs',
      after: [
        textColumn('counted', 'Counted at', 'For each CCN, the side with the most bytes'),
        numberColumn('rate', 'Bandwidth', RATE_HINT),
        numberColumn('packet-rate', 'Packets/s', RATE_HINT),
        numberColumn(
          'throttled',
          'Throttled',
          'Records with action REJECT, where most of them are',
        ),
        numberColumn('throttled-share', 'Throttled share', 'In all that was recorded there'),
      ],
      afterCells: row => [
        textCell(COUNTED_AT[row.countedAt]),
        numberCell(row.bitsPerSecond, bitRate),
        numberCell(row.packetsPerSecond, short),
        numberCell(row.throttled.records, grouped),
        numberCell(row.throttledShare[view.by], percent),
      ],
      notes: ranking.rows.some(row => row.seenAtBothRegions)
        ? [
            'Both regions of a CCN have records, perhaps of the same traffic: bandwidth counts the side with more bytes, throttling the side with more of it.',
          ]
        : [],
    },
    ranking,
    view,
  );
}
