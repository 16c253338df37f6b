import type {
  ConversationRow,
  PortRow,
  Ranking,
  Row,
  Summary,
} from '../../../../server/src/core/summary/summary';
import type { TableModel } from '../table/tableModel';
import { textCell, textColumn } from './figures';
import { rankingTable } from './rankingTable';
import type { View } from './view';

/** Who talked to whom. */
export function trafficTables(summary: Summary, view: View): TableModel[] {
  return [
    plain('sources', 'Sources', 'Source', summary.topSources, view),
    plain('destinations', 'Destinations', 'Destination', summary.topDestinations, view),
    ports('ports', 'Destination ports', summary.topDestinationPorts, view),
    conversations(summary.topConversations, view),
  ];
}

/** What was refused. */
export function rejectedTables(summary: Summary, view: View): TableModel[] {
  const { rejectedSources, rejectedPorts, rejectedPairs } = summary;
  return [
    plain('rejected-sources', 'Rejected sources', 'Source', rejectedSources, view),
    ports('rejected-ports', 'Rejected ports', rejectedPorts, view),
    plain('rejected-pairs', 'Rejected pairs', 'Pair', rejectedPairs, view),
  ];
}

function plain(
  id: string,
  title: string,
  one: string,
  ranking: Ranking<Row>,
  view: View,
): TableModel {
  return rankingTable({ id, title, one, many: `${one.toLowerCase()}s` }, ranking, view);
}

function ports(id: string, title: string, ranking: Ranking<PortRow>, view: View): TableModel {
  const service = textColumn('service', 'Service', 'What IANA registered the port for');
  return rankingTable<PortRow>(
    {
      ...{ id, title, one: 'Port', many: 'ports' },
      between: [service],
      betweenCells: row => [textCell(row.service)],
    },
    ranking,
    view,
  );
}

function conversations(ranking: Ranking<ConversationRow>, view: View): TableModel {
  const repeated = ranking.rows.some(row => row.seenAtSeveralPoints);
  return rankingTable<ConversationRow>(
    {
      id: 'conversations',
      title: 'Conversations',
      one: 'Conversation',
      many: 'conversations',
      keyText: row => (row.directed ? row.key : row.key.replace('\u2192', '\u2194')),
      between: [textColumn('service', 'Service'), textColumn('points', 'Recorded at')],
      betweenCells: row => [
        textCell(row.service),
        textCell(row.seenAtSeveralPoints ? 'several points' : 'one point'),
      ],
      notes: repeated
        ? [
            'Recorded at several points: these may be the same packets, or others between the two at that port; each record counts.',
          ]
        : [],
    },
    ranking,
    view,
  );
}
