// Where the layout of records changes; server/src/core/scan/formRuns.ts is the reference.

import { kind, layout } from './memory';

const RECORD: u8 = 3;

/** The first row from `row` on, a record's, that is no record or one of another layout. */
export function runEnd(row: u32, rows: u32): u32 {
  const number = load<u16>(layout + (<usize>row << 1));
  const wanted = i16x8.splat(<i16>number);
  while (row + 8 <= rows) {
    const kinds = v128.load64_zero(kind + row);
    const same = i16x8.eq(v128.load(layout + (<usize>row << 1)), wanted);
    const records = <u32>i8x16.bitmask(i8x16.eq(kinds, i8x16.splat(<i8>RECORD))) & 0xff;
    if (records != 0xff || !i16x8.all_true(same)) break;
    row += 8;
  }
  while (row < rows && load<u8>(kind + row) == RECORD) {
    if (load<u16>(layout + (<usize>row << 1)) != number) break;
    row++;
  }
  return row;
}
