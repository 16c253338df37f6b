import { NO_PORT, NO_PROTOCOL } from '../../filter/conversation';
import type { RecordFilter } from '../../filter/recordFilter';
import { isNat } from '../detail/detailPlan';
import type { TableName } from '../fold/tables';
import { MARK, WORD, WORDS } from '../group/entry';
import { portOfWord, protocolOfWord } from '../group/keys';
import type { GroupTable } from '../group/groupTable';
import type { Admits } from '../group/ranking';
import type {
  ConversationRow,
  Counts,
  InterfaceRow,
  PairRow,
  PortRow,
  Ranking,
  Row,
} from '../summary';
import type { SummaryFold } from '../summaryFold';
import { addressText, portText, protocolOrNull, serviceName, serviceText } from './keyText';
import { figuresOf, rankingOf } from './rankings';
import { regionRanking } from './regionRows';
import { anyAction, countsIn, NOTHING } from './tallyRows';

/** The lists of a summary. */
export function listsOf(fold: SummaryFold) {
  return {
    accounts: accountList(fold),
    interfaces: interfaceList(fold),
    natGateways: interfaceList(fold, table => isNat(fold, table)),
    topSources: addressList(fold, 'sources', address => ({ source: address })),
    topDestinations: addressList(fold, 'destinations', address => ({ destination: address })),
    topDestinationPorts: portList(fold, 'ports', {}),
    topConversations: conversationList(fold),
    rejectedSources: addressList(fold, 'rejectedSources', address => ({
      source: address,
      action: 'REJECT',
    })),
    rejectedPorts: portList(fold, 'rejectedPorts', { action: 'REJECT' }),
    rejectedPairs: pairList(fold),
    regionPairs: regionRanking(fold),
  };
}

/** What all lists over a table have in common. */
function overTable(fold: SummaryFold, name: TableName) {
  const { top, by } = fold.options;
  const table = fold.details.tables()[name];
  return { table, first: fold.tables[name], top, by, words: table.words };
}

function addressList(
  fold: SummaryFold,
  name: TableName,
  filterOf: (address: string) => RecordFilter,
): Ranking<Row> {
  const list = overTable(fold, name);
  return rankingOf<Row>({
    ...list,
    describe: entry => {
      const key = addressText(fold.books, list.words, entry, 'a');
      return { key, filter: filterOf(key) };
    },
  });
}

function portList(fold: SummaryFold, name: TableName, also: RecordFilter): Ranking<PortRow> {
  const list = overTable(fold, name);
  return rankingOf<PortRow>({
    ...list,
    describe: entry => {
      const word = list.words[entry * WORDS + WORD.a]!;
      const [protocol, port] = [word >>> 16, word & 0xffff];
      const wanted = protocol === NO_PROTOCOL ? 'none' : protocol;
      return {
        key: portText(protocol, port),
        protocol: protocolOrNull(protocol),
        port,
        ...serviceName(protocol, port),
        filter: { protocol: wanted, destinationPort: port, ...also },
      };
    },
  });
}

function pairList(fold: SummaryFold): Ranking<PairRow> {
  const list = overTable(fold, 'rejectedPairs');
  return rankingOf<PairRow>({
    ...list,
    describe: entry => {
      const source = addressText(fold.books, list.words, entry, 'a');
      const destination = addressText(fold.books, list.words, entry, 'b');
      const filter = { source, destination, action: 'REJECT' as const };
      return { key: `${source} → ${destination}`, source, destination, filter };
    },
  });
}

function conversationList(fold: SummaryFold): Ranking<ConversationRow> {
  const list = overTable(fold, 'conversations');
  return rankingOf<ConversationRow>({
    ...list,
    describe: entry => {
      const client = addressText(fold.books, list.words, entry, 'a');
      const server = addressText(fold.books, list.words, entry, 'b');
      const c = list.words[entry * WORDS + WORD.c]!;
      const marks = list.words[entry * WORDS + WORD.point]!;
      const directed = (marks & MARK.directed) !== 0;
      const [number, portNumber] = [protocolOfWord(c), portOfWord(c)];
      const protocol = protocolOrNull(number);
      const port = portNumber === NO_PORT ? null : portNumber;
      const service = serviceText(number, portNumber);
      return {
        key: `${client} ${directed ? '→' : '↔'} ${server}${service ? ` ${service}` : ''}`,
        ...{ client, server, protocol, port, directed },
        ...serviceName(number, portNumber),
        seenAtSeveralPoints: (marks & MARK.severalPoints) !== 0,
        filter: { conversation: { client, server, protocol, port } },
      };
    },
  });
}

function accountList(fold: SummaryFold): Ranking<Row> {
  const list = overTable(fold, 'accounts');
  return rankingOf<Row>({
    ...list,
    describe: entry => {
      const key = fold.books.names.text(list.words[entry * WORDS]!);
      return { key, filter: { account: key } };
    },
  });
}

function interfaceList(
  fold: SummaryFold,
  admits?: (table: GroupTable) => Admits,
): Ranking<InterfaceRow> {
  const list = overTable(fold, 'points');
  const { rejectedPoints } = fold.details.tables();
  const seconds = fold.totals.end - fold.totals.start;
  const hasActions = anyAction(fold.totals);
  return rankingOf<InterfaceRow>({
    ...list,
    ...(admits && { admits }),
    describe: entry => {
      const name = list.words[entry * WORDS]!;
      const key = fold.books.names.text(name);
      const figures = figuresOf(list.table, entry);
      const refused = rejectedPoints.find(name, 0, 0);
      const rejected: Counts = refused < 0 ? NOTHING : countsIn(figuresOf(rejectedPoints, refused));
      return {
        key,
        observation: fold.books.names.kindName(name),
        rejected,
        rejectedShare: hasActions ? rejected.records / figures.records : null,
        bitsPerSecond: seconds > 0 ? (figures.bytes * 8) / seconds : null,
        filter: { point: key },
      };
    },
  });
}
