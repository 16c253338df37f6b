import {
  CLIENT,
  conversationEnds,
  hasPorts,
  looksDirected,
  protocolIn,
} from '../../filter/conversation';
import { isCcn } from '../../filter/pointTests';
import { recordTime } from '../../filter/recordTime';
import type { Chunk } from '../../scan/chunk';
import { ACTION, FLAG, LINE, NO_NAME, STATUS, type Columns } from '../../scan/columns';
import { MARK, pointWord } from '../group/entry';
import type { KeyColumns } from '../group/keys';
import { combine, mix } from '../group/hash';
import { conversationWord, KEY } from '../group/keys';
import { POINT_KINDS } from '../group/nameBook';
import { BATCH, type Batch, type Picks } from './batch';
import type { Books } from './books';

const CCN = POINT_KINDS.indexOf('ccn');

/**
 * Takes the next records of a chunk into a batch, from a row on, those only that the mask allows if
 * there is one. Returns the row to go on from.
 */
export function readBatch(
  batch: Batch,
  chunk: Chunk,
  from: number,
  firstLine: number,
  books: Books,
  mask: Uint8Array | undefined,
): number {
  const next = takeRows(batch, chunk, from, firstLine, mask);
  readValues(batch, chunk.columns);
  readNames(batch, chunk, books);
  readAddresses(batch, chunk, books);
  readFlows(batch, chunk.columns, books);
  pickRejected(batch, chunk.columns);
  return next;
}

/** Takes rows and values alone, of the next records from a row on and before another; gives the next row. */
export function readPlain(
  batch: Batch,
  { columns, lines }: Chunk,
  [from, to]: readonly [number, number],
  firstLine: number,
  mask: Uint8Array | undefined,
): number {
  const next = takeRows(batch, { columns, lines: Math.min(to, lines) }, from, firstLine, mask);
  readValues(batch, columns);
  return next;
}

/** Takes the listed rows of a chunk into a batch, with values and names but no addresses. */
export function readListed(
  batch: Batch,
  chunk: Chunk,
  listed: Uint32Array,
  firstLine: number,
  books: Books,
): void {
  batch.rows.set(listed);
  batch.size = listed.length;
  for (let i = 0; i < listed.length; i++) batch.lines[i] = firstLine + listed[i]!;
  readValues(batch, chunk.columns);
  readNames(batch, chunk, books);
}

function takeRows(
  batch: Batch,
  { columns: { kind }, lines }: Pick<Chunk, 'columns' | 'lines'>,
  from: number,
  firstLine: number,
  mask: Uint8Array | undefined,
): number {
  const { rows } = batch;
  let size = 0;
  let row = from;
  for (; row < lines && size < BATCH; row++) {
    if (kind[row] !== LINE.record || (mask && mask[row] === 0)) continue;
    rows[size] = row;
    batch.lines[size] = firstLine + row;
    size++;
  }
  batch.size = size;
  return row;
}

function readValues(batch: Batch, columns: Columns): void {
  const { rows, packets, bytes, times, protocols, size } = batch;
  const { flags, status } = columns;
  for (let i = 0; i < size; i++) {
    const row = rows[i]!;
    // Without a log-status nothing says that there is no data.
    const counted = status[row]! <= STATUS.ok ? flags[row]! : 0;
    packets[i] = counted & FLAG.packets ? columns.packets[row]! : 0;
    bytes[i] = counted & FLAG.bytes ? columns.bytes[row]! : 0;
    times[i] = recordTime(columns, row);
    protocols[i] = protocolIn(columns, row);
  }
}

function readNames(batch: Batch, { columns, names }: Chunk, books: Books): void {
  const { names: book } = books;
  const { rows, size, point, account, points, kinds, withPoint, withAccount, ccn } = batch;
  const map = book.mapOf(names);
  withPoint.count = 0;
  withAccount.count = 0;
  ccn.count = 0;
  for (let i = 0; i < size; i++) {
    const row = rows[i]!;
    const pointHere = columns.point[row]!;
    const accountHere = columns.account[row]!;
    const pointName = map[pointHere]! || book.learn(map, names, pointHere);
    const accountName = map[accountHere]! || book.learn(map, names, accountHere);
    const hash = book.hashOf(pointName);
    point.a[i] = pointName;
    point.hash[i] = hash;
    points[i] = pointName === NO_NAME ? 0 : pointWord(hash);
    batch.places[i] = pointName;
    kinds[i] = book.kindOf(pointName);
    account.a[i] = accountName;
    account.hash[i] = book.hashOf(accountName);
    if (accountName !== NO_NAME) withAccount.places[withAccount.count++] = i;
    if (isCcn(columns, row)) ccn.places[ccn.count++] = i;
    else if (pointName !== NO_NAME) withPoint.places[withPoint.count++] = i;
  }
  const nameOf = (number: number) => map[number]! || book.learn(map, names, number);
  for (let n = 0; n < ccn.count; n++) readRegions(batch, columns, ccn.places[n]!, nameOf, books);
}

/** A CCN record is made in a region: the same CCN in two regions is two observation points. */
function readRegions(
  batch: Batch,
  { region, srcRegion, dstRegion }: Columns,
  i: number,
  nameOf: (number: number) => number,
  books: Books,
): void {
  const row = batch.rows[i]!;
  const ccn = batch.point.a[i]!;
  const here = nameOf(region[row]!);
  batch.kinds[i] = CCN;
  batch.region[i] = here;
  batch.srcRegion[i] = nameOf(srcRegion[row]!);
  batch.dstRegion[i] = nameOf(dstRegion[row]!);
  batch.places[i] = books.join(ccn, here);
  if (here !== NO_NAME) {
    batch.points[i] = pointWord(combine(batch.point.hash[i]!, books.names.hashOf(here)));
  }
}

function readAddresses(batch: Batch, { columns, v6 }: Chunk, { addresses, seed }: Books): void {
  const { rows, size, source, destination, withSource, withDestination, withPair } = batch;
  const { flags } = columns;
  withSource.count = 0;
  withDestination.count = 0;
  withPair.count = 0;
  for (let i = 0; i < size; i++) {
    const row = rows[i]!;
    const has = flags[row]!;
    if (has & FLAG.source) {
      withSource.places[withSource.count++] = i;
      let word: number = columns.source[row]! | 0;
      source.c[i] = 0;
      if (has & FLAG.sourceV6) {
        word = addresses.intern(v6.at(word));
        source.c[i] = KEY.v6InA;
        source.hash[i] = addresses.hashOf(word);
      } else source.hash[i] = mix(word ^ seed);
      source.a[i] = word;
    }
    if (has & FLAG.destination) {
      withDestination.places[withDestination.count++] = i;
      let word: number = columns.destination[row]! | 0;
      destination.c[i] = 0;
      if (has & FLAG.destinationV6) {
        word = addresses.intern(v6.at(word));
        destination.c[i] = KEY.v6InA;
        destination.hash[i] = addresses.hashOf(word);
      } else destination.hash[i] = mix(word ^ seed);
      destination.a[i] = word;
      if (has & FLAG.source) withPair.places[withPair.count++] = i;
    }
  }
}

function readFlows(batch: Batch, columns: Columns, books: Books): void {
  const { rows, size, protocols, port, withPort, withPair } = batch;
  const { flags, dstPort } = columns;
  withPort.count = 0;
  for (let i = 0; i < size; i++) {
    const row = rows[i]!;
    if (!(flags[row]! & FLAG.dstPort) || !hasPorts(protocols[i]!)) continue;
    withPort.places[withPort.count++] = i;
    const word = (protocols[i]! << 16) | dstPort[row]!;
    port.a[i] = word;
    port.hash[i] = mix(word ^ books.seed);
  }
  for (let n = 0; n < withPair.count; n++)
    readConversation(batch, columns, withPair.places[n]!, books);
}

function readConversation(batch: Batch, columns: Columns, i: number, books: Books): void {
  const { source, destination, pair, protocols } = batch;
  const protocol = protocols[i]!;
  pair.c[i] = source.c[i]! | (destination.c[i]! << 1);
  pair.hash[i] = combine(source.hash[i]!, destination.hash[i]!);
  const row = batch.rows[i]!;
  const ends = conversationEnds(columns, row, protocol);
  const side = ends & 3;
  const word = conversationWord(protocol, ends >> 2);
  const directed = looksDirected(columns, row, protocol, ends) ? MARK.directed : 0;
  batch.ends.points[i] = batch.points[i]! | directed;
  const forward = side === CLIENT.unknown ? isInOrder(batch, i, books) : side === CLIENT.source;
  if (forward) setConversation(batch, i, source, destination, word);
  else setConversation(batch, i, destination, source, word);
}

function setConversation(
  { conversation, client }: Batch,
  i: number,
  from: KeyColumns,
  to: KeyColumns,
  word: number,
): void {
  conversation.a[i] = from.a[i]!;
  conversation.b[i] = to.a[i]!;
  conversation.c[i] = word | from.c[i]! | (to.c[i]! << 1);
  conversation.hash[i] = combine(combine(from.hash[i]!, to.hash[i]!), word >>> 2);
  client.hash[i] = from.hash[i]!;
  client.c[i] = from.c[i]!;
}

/** Whether the source's address comes first, IPv4 before IPv6. */
function isInOrder({ source, destination }: Batch, i: number, { addresses }: Books): boolean {
  if (source.c[i] !== destination.c[i]) return source.c[i] === 0;
  const from = source.a[i]!;
  const to = destination.a[i]!;
  if (source.c[i] === 0) return from >>> 0 <= to >>> 0;
  return addresses.compare(from, to) <= 0;
}

/** Of the picked records, those with action REJECT. */
function pickRejected(batch: Batch, { action }: Columns): void {
  const { rows, rejected } = batch;
  pick(rejected.point, batch.withPoint, rows, action);
  pick(rejected.source, batch.withSource, rows, action);
  pick(rejected.port, batch.withPort, rows, action);
  pick(rejected.pair, batch.withPair, rows, action);
}

function pick(picked: Picks, from: Picks, rows: Int32Array, action: Uint8Array): void {
  let count = 0;
  for (let n = 0; n < from.count; n++) {
    const i = from.places[n]!;
    if (action[rows[i]!] === ACTION.reject) picked.places[count++] = i;
  }
  picked.count = count;
}
