import { formatIpv4, formatIpv6, type Address } from '../record/address';
import { grown, mix } from './grown';

const SIZE = 16;

/**
 * Numbers the addresses of a log. An IPv4 address is its own number; IPv6 addresses are numbered as
 * they come, so a number means something only together with the family.
 */
export class AddressBook {
  private bytes = new Uint8Array(SIZE * 64);
  private slots = new Uint32Array(256);
  private used = 0;

  /** The number of an IPv6 address of 16 bytes. */
  numberV6(address: Uint8Array): number {
    const mask = this.slots.length - 1;
    let slot = hashOf(address) & mask;
    for (let entry = this.slots[slot]!; entry !== 0; entry = this.slots[slot]!) {
      if (this.holds(entry - 1, address)) return entry - 1;
      slot = (slot + 1) & mask;
    }
    return this.add(slot, address);
  }

  numberOf(address: Address): number {
    return address.family === 4 ? address.value : this.numberV6(address.bytes);
  }

  /** What the tables of addresses take: IPv4 as a number, IPv6 as bytes. */
  value(number: number, v6: boolean): number | Uint8Array {
    return v6 ? this.at(number) : number;
  }

  text(number: number, v6: boolean): string {
    return v6 ? formatIpv6(this.at(number)) : formatIpv4(number);
  }

  /** The 16 bytes of an IPv6 address; a view, not a copy. */
  at(number: number): Uint8Array {
    return this.bytes.subarray(number * SIZE, (number + 1) * SIZE);
  }

  private holds(number: number, address: Uint8Array): boolean {
    const at = number * SIZE;
    for (let i = 0; i < SIZE; i++) if (this.bytes[at + i] !== address[i]) return false;
    return true;
  }

  private add(slot: number, address: Uint8Array): number {
    const number = this.used++;
    if (this.used * SIZE > this.bytes.length) this.bytes = grown(this.bytes, this.bytes.length * 2);
    this.bytes.set(address, number * SIZE);
    this.slots[slot] = number + 1;
    if (this.used * 2 > this.slots.length) this.rehash();
    return number;
  }

  private rehash(): void {
    this.slots = new Uint32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let number = 0; number < this.used; number++) {
      let slot = hashOf(this.at(number)) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = number + 1;
    }
  }
}

/** IPv4 ranges for private use (RFC 1918). */
export function isPrivateV4(address: number): boolean {
  return address >>> 24 === 10 || address >>> 20 === 0xac1 || address >>> 16 === 0xc0a8;
}

function hashOf(address: Uint8Array): number {
  let hash = 0;
  for (let i = 0; i < SIZE; i += 4) {
    const word =
      address[i]! | (address[i + 1]! << 8) | (address[i + 2]! << 16) | (address[i + 3]! << 24);
    hash = mix(hash, word);
  }
  return hash;
}
