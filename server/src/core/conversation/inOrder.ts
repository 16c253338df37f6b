const DIGITS = 1 << 16;

/** One key of some things, by their index; smaller ones come first. */
export type SortKey = Uint32Array;

/**
 * The indexes of `count` things in the order of their keys, the least significant given first;
 * things whose keys are all equal keep their order. Work grows with the count alone, and it yields
 * between its passes.
 */
export function* inOrder(count: number, keys: readonly SortKey[]): Generator<void, Uint32Array> {
  let order = new Uint32Array(count);
  for (let index = 0; index < count; index++) order[index] = index;
  let sorted = new Uint32Array(count);
  for (const key of keys) {
    yield;
    const differing = differingBits(key, count);
    for (const shift of [0, 16]) {
      if (((differing >>> shift) & (DIGITS - 1)) === 0) continue;
      distribute(order, sorted, key, shift);
      [order, sorted] = [sorted, order];
      yield;
    }
  }
  return order;
}

/** The bits in which not all keys are alike. */
function differingBits(key: SortKey, count: number): number {
  let differing = 0;
  for (let i = 1; i < count; i++) differing |= key[i]! ^ key[0]!;
  return differing;
}

/** One pass of a radix sort: by sixteen bits of the key. */
function distribute(from: Uint32Array, into: Uint32Array, key: SortKey, shift: number): void {
  const places = new Uint32Array(DIGITS + 1);
  for (const index of from) places[((key[index]! >>> shift) & (DIGITS - 1)) + 1]!++;
  for (let digit = 0; digit < DIGITS; digit++) places[digit + 1]! += places[digit]!;
  for (const index of from) into[places[(key[index]! >>> shift) & (DIGITS - 1)]!++] = index;
}
