import { parseAddress, type Address } from '../record/address';
import type { Chunk } from '../scan/chunk';
import { FLAG } from '../scan/columns';
import { holdsV4, holdsV6, parseBlock } from './addressBlock';
import { CLIENT, conversationEnds, NO_PORT, NO_PROTOCOL, protocolIn } from './conversation';
import type { BlockLabels } from './blockLabels';
import type { ConversationFilter, RecordFilter } from './recordFilter';
import type { ChunkTest, MatchContext, RowTest } from './recordMatcher';

/** The conditions of a filter on the two ends of a record. */
export function addressTests(filter: RecordFilter, context: MatchContext): ChunkTest[] {
  const { source, destination, address, peer, group, threat, conversation } = filter;
  const tests: ChunkTest[] = [];
  if (source !== undefined) tests.push(sourceTest(inBlock(source)));
  if (destination !== undefined) tests.push(destinationTest(inBlock(destination)));
  if (address !== undefined && peer !== undefined) {
    tests.push(betweenTest(inBlock(address), inBlock(peer)));
  } else if (address !== undefined) tests.push(eitherTest(inBlock(address)));
  else if (peer !== undefined) tests.push(eitherTest(inBlock(peer)));
  if (group !== undefined) tests.push(eitherTest(labelled(context.groups, group)));
  if (threat !== undefined) tests.push(eitherTest(labelled(context.threats, threat)));
  if (conversation) tests.push(conversationTest(conversation));
  return tests;
}

interface AddressTest {
  v4(value: number): boolean;
  v6(bytes: Uint8Array): boolean;
}

/** A text that is no block holds no address. */
function inBlock(text: string): AddressTest {
  const block = parseBlock(text);
  if (!block) return { v4: () => false, v6: () => false };
  return { v4: value => holdsV4(block, value), v6: bytes => holdsV6(block, bytes) };
}

/** Without the blocks at hand no address has the label. */
function labelled(labels: BlockLabels | undefined, label: string): AddressTest {
  return {
    v4: value => labels?.blocks[labels.ofV4(value)]?.label === label,
    v6: bytes => labels?.blocks[labels.ofV6(bytes)]?.label === label,
  };
}

function sourceTest(test: AddressTest): ChunkTest {
  return ({ columns: { flags, source }, v6 }) =>
    row => {
      if (!(flags[row]! & FLAG.source)) return false;
      const value = source[row]!;
      return flags[row]! & FLAG.sourceV6 ? test.v6(v6.at(value)) : test.v4(value);
    };
}

function destinationTest(test: AddressTest): ChunkTest {
  return ({ columns: { flags, destination }, v6 }) =>
    row => {
      if (!(flags[row]! & FLAG.destination)) return false;
      const value = destination[row]!;
      return flags[row]! & FLAG.destinationV6 ? test.v6(v6.at(value)) : test.v4(value);
    };
}

function eitherTest(test: AddressTest): ChunkTest {
  const bySource = sourceTest(test);
  const byDestination = destinationTest(test);
  return chunk => anyOf(bySource(chunk), byDestination(chunk));
}

/** One end in each of the two, whichever way: an address that is in both is still one end. */
function betweenTest(one: AddressTest, other: AddressTest): ChunkTest {
  const forth = [sourceTest(one), destinationTest(other)] as const;
  const back = [sourceTest(other), destinationTest(one)] as const;
  return chunk => anyOf(allOf(forth, chunk), allOf(back, chunk));
}

function anyOf(a: RowTest, b: RowTest): RowTest {
  return row => a(row) || b(row);
}

function allOf([one, other]: readonly [ChunkTest, ChunkTest], chunk: Chunk): RowTest {
  const [a, b] = [one(chunk), other(chunk)];
  return row => a(row) && b(row);
}

function conversationTest({ client, server, protocol, port }: ConversationFilter): ChunkTest {
  const [from, to] = [parseAddress(client), parseAddress(server)];
  if (!from || !to) return () => () => false;
  const wantedProtocol = protocol ?? NO_PROTOCOL;
  const wantedPort = port ?? NO_PORT;
  return chunk => row => {
    const { columns } = chunk;
    if (protocolIn(columns, row) !== wantedProtocol) return false;
    const ends = conversationEnds(columns, row, wantedProtocol);
    if ((ends >> 2) - 1 !== wantedPort) return false;
    const side = ends & 3;
    if (side !== CLIENT.destination && isBetween(chunk, row, from, to)) return true;
    return side !== CLIENT.source && isBetween(chunk, row, to, from);
  };
}

function isBetween({ columns, v6 }: Chunk, row: number, from: Address, to: Address): boolean {
  const { source, destination } = columns;
  const flags = columns.flags[row]!;
  return (
    (flags & FLAG.source) !== 0 &&
    (flags & FLAG.destination) !== 0 &&
    isAddress(from, source[row]!, (flags & FLAG.sourceV6) !== 0, v6) &&
    isAddress(to, destination[row]!, (flags & FLAG.destinationV6) !== 0, v6)
  );
}

function isAddress(address: Address, value: number, isV6: boolean, v6: Chunk['v6']): boolean {
  if (address.family === 4) return !isV6 && address.value === value;
  return isV6 && holdsV6({ address, bits: 128 }, v6.at(value));
}
