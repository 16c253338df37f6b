// What the fold knows of names, and its sums by name. The host gives each name its number and fills
// in the facts.

import { nameFacts, nameNumbers } from './memory';

/**
 * Bytes of a name: hash, point word, kind; then sums of its records as an interface, of the
 * rejected ones of these, and as an account.
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

/** Adds a record to the sums of its interface. */
// @ts-ignore: decorator
@inline
export function addToPoint(facts: usize, isRejected: bool, packets: f64, bytes: f64, line: f64): void {
  addSums(facts + AS_POINT, packets, bytes, line);
  if (isRejected) addSums(facts + AS_REJECTED, packets, bytes, line);
}

/** Adds a record to the sums of its account. */
// @ts-ignore: decorator
@inline
export function addToAccount(account: u32, packets: f64, bytes: f64, line: f64): void {
  if (account != 0) addSums(factsOf(account) + AS_ACCOUNT, packets, bytes, line);
}

/** Adds a record to sums that are records, packets, bytes and first line. */
// @ts-ignore: decorator
@inline
export function addSums(at: usize, packets: f64, bytes: f64, line: f64): void {
  const records = load<f64>(at);
  if (records == 0) store<f64>(at, line, 24);
  store<f64>(at, records + 1);
  store<f64>(at, load<f64>(at, 8) + packets, 8);
  store<f64>(at, load<f64>(at, 16) + bytes, 16);
}
