// What the fold knows of names, and its sums by name. The host gives each name its number and fills
// in the facts.

import { nameNumbers } from '../fixed';
import { nameFacts } from './memory';

/**
 * Bytes of a name: hash, point word, kind; then sums of its records as an interface that were not
 * rejected, of those that were, and of its records as an account.
 */
export const NAME_SIZE: usize = 128;
const AS_POINT: usize = 32;
const AS_REJECTED: usize = 64;
const AS_ACCOUNT: usize = 96;

/** Gives a name of the scan its number, 1 or above, and fills in its facts. */
// @ts-ignore: decorator
@external('host', 'learnName')
declare function learnName(name: u32): u32;

/** The fold's number of one of the scan's names; 0 is none. */
// @ts-ignore: decorator
@inline
export function nameNumber(name: u32): u32 {
  const known = load<u32>(nameNumbers + (<usize>name << 2));
  return known != 0 || name == 0 ? known : learnName(name);
}

// @ts-ignore: decorator
@inline
export function factsOf(number: u32): usize {
  return nameFacts + <usize>number * NAME_SIZE;
}

/** Adds a record to the sums of its interface; `figures` are packets and bytes. */
// @ts-ignore: decorator
@inline
export function addToPoint(facts: usize, isRejected: bool, figures: v128, line: f64): void {
  addSums(facts + AS_POINT + <usize>isRejected * (AS_REJECTED - AS_POINT), figures, line);
}

/** Adds a record to the sums of its account. */
// @ts-ignore: decorator
@inline
export function addToAccount(account: u32, figures: v128, line: f64): void {
  if (account != 0) addSums(factsOf(account) + AS_ACCOUNT, figures, line);
}

/** Adds a record to sums that are records, packets, bytes and first line. */
// @ts-ignore: decorator
@inline
function addSums(at: usize, figures: v128, line: f64): void {
  const records = load<f64>(at);
  if (records == 0) store<f64>(at, line, 24);
  store<f64>(at, records + 1);
  v128.store(at, f64x2.add(v128.load(at, 8), figures), 8);
}
