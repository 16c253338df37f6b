// Keys of four records at a time, as if all of them were TCP or UDP over IPv4; of the others rest.ts
// makes keys afterwards.

import { column } from '../fixed';
import * as columns from '../memory';
import { BATCH } from './batchSize';
import * as COLUMN from './columns';
import { combineFour, mixFour } from './hashFour';
import { seed } from './memory';

const DIRECTED: i32 = 0x40000000;
/** From the uppermost bit of a port to the mark. */
const DIRECTED_SHIFT: i32 = 15;

// @ts-ignore: decorator
@inline
function put(number: usize, place: usize, words: v128): void {
  v128.store(column(number) + (place << 2), words);
}

/** Writes the keys of the rows from `from` on, up to a batch of them; rows beyond it may be read. */
export function readKeys(from: usize, rows: usize): void {
  const seeds = i32x4.splat(<i32>seed);
  const none = i32x4.splat(0);
  for (let place: usize = 0; place < min(rows, BATCH); place += 4) {
    const row = from + place;
    const source = v128.load(columns.source + (row << 2));
    const destination = v128.load(columns.destination + (row << 2));
    const sourceHash = mixFour(v128.xor(source, seeds));
    const destinationHash = mixFour(v128.xor(destination, seeds));
    const srcPort = v128.load_ext<u16>(columns.srcPort + (row << 1));
    const dstPort = v128.load_ext<u16>(columns.dstPort + (row << 1));
    const protocol = i32x4.extend_low_i16x8_u(
      i16x8.extend_low_i8x16_u(v128.load_zero<u32>(columns.protocol + row)),
    );
    // The end with the higher port is the client; of equal ports that with the lower address.
    const same = i32x4.eq(srcPort, dstPort);
    const inOrder = v128.and(same, i32x4.le_u(source, destination));
    const forward = v128.or(i32x4.gt_s(srcPort, dstPort), inOrder);
    const lower = i32x4.add(i32x4.min_s(srcPort, dstPort), i32x4.splat(1));
    const word = v128.or(i32x4.shl(protocol, 2), i32x4.shl(lower, 11));
    const clientHash = v128.bitselect(sourceHash, destinationHash, forward);
    const serverHash = v128.bitselect(destinationHash, sourceHash, forward);
    put(COLUMN.SOURCE_HASH, place, sourceHash);
    put(COLUMN.SOURCE, place, source);
    put(COLUMN.SOURCE_C, place, none);
    put(COLUMN.DESTINATION_HASH, place, destinationHash);
    put(COLUMN.DESTINATION, place, destination);
    put(COLUMN.DESTINATION_C, place, none);
    put(COLUMN.PAIR_HASH, place, combineFour(sourceHash, destinationHash));
    put(COLUMN.PAIR_C, place, none);
    put(COLUMN.CONVERSATION_HASH, place,
      combineFour(combineFour(clientHash, serverHash), i32x4.shr_u(word, 2)));
    put(COLUMN.CONVERSATION_A, place, v128.bitselect(source, destination, forward));
    put(COLUMN.CONVERSATION_B, place, v128.bitselect(destination, source, forward));
    put(COLUMN.CONVERSATION_C, place, word);
    put(COLUMN.CLIENT_HASH, place, clientHash);
    put(COLUMN.CLIENT_C, place, none);
    // One port from 32768 on makes its end look like the one that began; beside port 0 nothing does.
    const sides = i32x4.shl(v128.xor(srcPort, dstPort), DIRECTED_SHIFT);
    const telling = v128.and(sides, i32x4.gt_s(lower, i32x4.splat(1)));
    put(COLUMN.ENDS, place, v128.and(telling, i32x4.splat(DIRECTED)));
  }
}
