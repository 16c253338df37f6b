// The table of names (interfaces, accounts, CCNs, regions); number 0 is no name.

import { recent, RECENT_SIZE } from './fixed';
import { MOST_NAMES, shapesOf } from './host';
import { keepsValues } from './memory';
import { ENI, isPlainly } from './shapes';
import * as TARGET from './targets';

// Offset, length, hash, shapes, and the first 16 bytes.
const ENTRY: usize = 32;

let slots: usize = 0;
let slotMask: u32 = 0;
let entries: usize = 0;
let texts: usize = 0;
let textsSize: u32 = 0;
let used: u32 = 1;
let stored: u32 = 0;

/** Puts an empty table at these addresses; there are `mask + 1` slots of u16, all zero. */
export function placeNames(
  slotsAt: usize,
  mask: u32,
  entriesAt: usize,
  textsAt: usize,
  size: u32,
): void {
  slots = slotsAt;
  slotMask = mask;
  entries = entriesAt;
  texts = textsAt;
  textsSize = size;
  used = 1;
  stored = 0;
  lastNumber = 0;
  memory.fill(recent, 0, RECENT_SIZE);
  memory.fill(slots, 0, (mask + 1) << 1);
  store<u32>(entries, 0, 12);
}

/** Numbers run from 1 to one less than this. */
export function nameCount(): u32 {
  return used;
}

/** What a name is an ordinary value of, as bits. */
// @ts-ignore: decorator
@inline
function shapes(number: u32): u32 {
  return load<u32>(entries + <usize>number * ENTRY, 12);
}

/** The first `length` bytes (16 at most) of what stands at `at`, the rest zero. */
// @ts-ignore: decorator
@inline
function head(at: usize, length: u32): v128 {
  const word = v128.load(at);
  if (length >= 16) return word;
  const places = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  return v128.and(word, i8x16.lt_u(places, i8x16.splat(<i8>length)));
}

// @ts-ignore: decorator
@inline
function hashOf(word: v128, at: usize, length: u32): u32 {
  let hash = (i64x2.extract_lane(word, 0) * 0x9e3779b97f4a7c15) ^
    (i64x2.extract_lane(word, 1) * 0x2545f4914f6cdd1d) ^ <i64>length;
  for (let i: u32 = 16; i < length; i++) {
    hash = (hash ^ <i64>load<u8>(at + <usize>i)) * 0x9e3779b97f4a7c15;
  }
  return <u32>(<u64>hash >> 32);
}

/** The name that was asked for last by {@link internLast}. */
let lastNumber: u32 = 0;

/** The same as {@link intern}, for names of which many in a row are the same. */
// @ts-ignore: decorator
@inline
function internLast(at: usize, stop: usize): u32 {
  const length = <u32>(stop - at);
  const entry = entries + <usize>lastNumber * ENTRY;
  if (length <= 16 && load<u32>(entry, 4) == length) {
    const other = v128.xor(head(at, length), v128.load(entry, 16));
    if (!v128.any_true(other)) return lastNumber;
  }
  return (lastNumber = intern(at, stop));
}

/** Of a hash of 64 bits which of the interfaces that were asked for lately. */
const RECENT_SHIFT: u64 = 54;

/**
 * The number of an interface with a name of `eni-` and eight more bytes, as nearly all have; 0 if that
 * is no ordinary one. Where its hash says stand those eight bytes, and the number of the name.
 */
// @ts-ignore: decorator
@inline
function shortInterface(at: usize, stop: usize): u32 {
  const word = load<u64>(at, 4);
  const place = recent + (<usize>((word * 0x9e3779b97f4a7c15) >> RECENT_SHIFT) << 4);
  return load<u64>(place) == word ? load<u32>(place, 8) : findShortInterface(at, stop, word, place);
}

function findShortInterface(at: usize, stop: usize, word: u64, place: usize): u32 {
  const number = intern(at, stop);
  if ((shapes(number) & TARGET.SHAPE_INTERFACE) == 0) return 0;
  store<u64>(place, word);
  store<u32>(place, number, 8);
  return number;
}

/** Stands for the number of a name that is ordinary and not kept. */
const NOT_KEPT: u32 = 1;

/** The number of the name `[at, stop)`; 0 if it is no ordinary value of that kind. */
// @ts-ignore: decorator
@inline
export function ordinaryName(shape: u32, at: usize, stop: usize): u32 {
  if (!keepsValues && isPlainly(shape, at, stop)) return NOT_KEPT;
  if (shape == TARGET.SHAPE_INTERFACE && stop - at == 12 && load<u32>(at) == ENI) {
    return shortInterface(at, stop);
  }
  const number = shape == TARGET.SHAPE_ACCOUNT ? internLast(at, stop) : intern(at, stop);
  return shapes(number) & shape ? number : 0;
}

/** The number of the name `[at, stop)`; 0 when the table is full. */
export function intern(at: usize, stop: usize): u32 {
  const length = <u32>(stop - at);
  const word = head(at, length);
  const hash = hashOf(word, at, length);
  let slot = hash & slotMask;
  let number = <u32>load<u16>(slots + (<usize>slot << 1));
  while (number != 0) {
    const entry = entries + <usize>number * ENTRY;
    if (load<u32>(entry, 8) == hash && load<u32>(entry, 4) == length) {
      const same = !v128.any_true(v128.xor(word, v128.load(entry, 16)));
      if (same && (length <= 16 || rest(entry, at, length))) return number;
    }
    slot = (slot + 1) & slotMask;
    number = <u32>load<u16>(slots + (<usize>slot << 1));
  }
  return add(slot, hash, at, length);
}

/** Whether what follows the first 16 bytes is the same. */
function rest(entry: usize, at: usize, length: u32): bool {
  return memory.compare(texts + load<u32>(entry) + 16, at + 16, length - 16) == 0;
}

function add(slot: u32, hash: u32, at: usize, length: u32): u32 {
  if (used >= MOST_NAMES || stored + length > textsSize) return 0;
  const number = used++;
  const entry = entries + <usize>number * ENTRY;
  store<u32>(entry, stored);
  store<u32>(entry, length, 4);
  store<u32>(entry, hash, 8);
  v128.store(entry, head(at, length), 16);
  memory.copy(texts + stored, at, length);
  stored += length;
  store<u16>(slots + (<usize>slot << 1), <u16>number);
  store<u32>(entry, shapesOf(at, length), 12);
  return number;
}
