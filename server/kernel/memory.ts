// Where everything stands in the module's memory. The host lays it out and calls the setters; the
// kernel allocates nothing.

/** Bytes of the lines at hand; 64 readable bytes follow them. */
export let input: usize = 0;
/** Addresses of the separators of a stretch of the input, as u32. */
export let places: usize = 0;
/** Most blanks of a line that is accepted at once. */
export const MOST_BLANKS: u32 = 126;
/** Plans, PLAN_SIZE bytes each. */
export let plans: usize = 0;
export const PLAN_SIZE: usize = 144;
/** Keys that key:value tokens may have, KEY_SIZE bytes each. */
export let keys: usize = 0;
export let keyCount: i32 = 0;
export const KEY_SIZE: usize = 40;
/** One bit for each registered ICMP and then ICMPv6 type and code. */
export let icmpBits: usize = 0;

export function placeInput(at: usize): void {
  input = at;
}

export function placeTables(placesAt: usize, plansAt: usize, icmpAt: usize): void {
  places = placesAt;
  plans = plansAt;
  icmpBits = icmpAt;
}

export function placeKeys(at: usize, count: i32): void {
  keys = at;
  keyCount = count;
}

/** Whether the columns of values are filled; `kind`, `layout` and `flags` always are. */
export let keepsValues: bool = true;

export function keepValues(on: bool): void {
  keepsValues = on;
}

// Columns: base addresses, one a column, in the order of the host's column table.
export let lineStarts: usize = 0;
export let kind: usize = 0;
export let layout: usize = 0;
export let flags: usize = 0;
export let source: usize = 0;
export let destination: usize = 0;
export let srcPort: usize = 0;
export let dstPort: usize = 0;
export let protocol: usize = 0;
export let action: usize = 0;
export let status: usize = 0;
export let packets: usize = 0;
export let bytes: usize = 0;
export let start: usize = 0;
export let end: usize = 0;
export let tcpFlags: usize = 0;
export let point: usize = 0;
export let account: usize = 0;
export let region: usize = 0;
export let srcRegion: usize = 0;
export let dstRegion: usize = 0;
export let direction: usize = 0;

/** Takes the columns' addresses from a list of u32 in the order above. */
export function placeColumns(list: usize): void {
  lineStarts = load<u32>(list);
  kind = load<u32>(list, 4);
  layout = load<u32>(list, 8);
  flags = load<u32>(list, 12);
  source = load<u32>(list, 16);
  destination = load<u32>(list, 20);
  srcPort = load<u32>(list, 24);
  dstPort = load<u32>(list, 28);
  protocol = load<u32>(list, 32);
  action = load<u32>(list, 36);
  status = load<u32>(list, 40);
  packets = load<u32>(list, 44);
  bytes = load<u32>(list, 48);
  start = load<u32>(list, 52);
  end = load<u32>(list, 56);
  tcpFlags = load<u32>(list, 60);
  point = load<u32>(list, 64);
  account = load<u32>(list, 68);
  region = load<u32>(list, 72);
  srcRegion = load<u32>(list, 76);
  dstRegion = load<u32>(list, 80);
  direction = load<u32>(list, 84);
}

/** The first byte that the module itself does not use. */
export function ownEnd(): usize {
  return __heap_base;
}

/** From here on stands what is as large in every kernel (fixed.ts). */
export const FIXED: usize = 1 << 15;
