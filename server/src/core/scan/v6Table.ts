import { readIpv6 } from './addresses';

const SIZE = 16;
const EMPTY = new Uint8Array(0);
/** Where an address is put together; nothing is left in it. */
const scratch = new Uint8Array(SIZE);

/** The IPv6 addresses of one chunk, 16 bytes each. */
export interface V6Addresses {
  addBytes(address: Uint8Array): number;
  /** The 16 bytes of an address; a view, not a copy. */
  at(number: number): Uint8Array;
}

/** IPv6 addresses in a table that grows. */
export class V6Table implements V6Addresses {
  private used: number;

  /** Begins with the addresses in `table`. */
  constructor(private table = EMPTY) {
    this.used = table.length / SIZE;
  }

  /** Adds the address in `bytes[start, end)` and gives its number; -1 if it is none. */
  add(bytes: Uint8Array, start: number, end: number): number {
    if (!readIpv6(bytes, start, end, scratch)) return -1;
    return this.addBytes(scratch);
  }

  addBytes(address: Uint8Array): number {
    const at = this.used * SIZE;
    if (at === this.table.length) {
      const table = new Uint8Array(Math.max(SIZE * 8, at * 2));
      table.set(this.table);
      this.table = table;
    }
    this.table.set(address, at);
    return this.used++;
  }

  /** Whether `bytes[start, end)` is an IPv6 address. */
  reads(bytes: Uint8Array, start: number, end: number): boolean {
    return readIpv6(bytes, start, end, scratch);
  }

  at(number: number): Uint8Array {
    return this.table.subarray(number * SIZE, (number + 1) * SIZE);
  }
}
