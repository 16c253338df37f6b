import { growAll, mix } from './grown';

const TCP = 6;
/** How many different peer ports make an endpoint one that many talk to. */
const BUSY = 3;
/** Endpoints that are counted; more than these are not told apart. */
const MOST = 1 << 21;

/**
 * How many different peer ports each endpoint (address, protocol, port) of TCP and UDP was seen
 * with, up to three. Bounded: once full it says so, and knows nothing of endpoints it left out.
 */
export class Endpoints {
  overflowed = false;
  private used = 0;
  private slots = new Uint32Array(1 << 10);
  private readonly columns = new EndpointColumns();

  /** Counts a peer's port; neither port is 0. */
  add(address: number, v6: boolean, protocol: number, port: number, peerPort: number): void {
    const meta = metaOf(v6, protocol, port);
    const slot = this.find(address, meta);
    const entry = this.slots[slot]! - 1;
    if (entry < 0) {
      this.insert(slot, address, meta, peerPort);
      return;
    }
    const { counts, first, second } = this.columns;
    const count = counts[entry]!;
    if (count === BUSY || first[entry] === peerPort) return;
    if (count === 1) {
      second[entry] = peerPort;
      counts[entry] = 2;
    } else if (second[entry] !== peerPort) counts[entry] = BUSY;
  }

  /** Whether an endpoint was seen with three different peer ports or more. */
  isBusy(address: number, v6: boolean, protocol: number, port: number): boolean {
    const entry = this.slots[this.find(address, metaOf(v6, protocol, port))]! - 1;
    return entry >= 0 && this.columns.counts[entry] === BUSY;
  }

  /** Whether an endpoint is certain not to have been. */
  isQuiet(address: number, v6: boolean, protocol: number, port: number): boolean {
    const entry = this.slots[this.find(address, metaOf(v6, protocol, port))]! - 1;
    return entry >= 0 ? this.columns.counts[entry] !== BUSY : !this.overflowed;
  }

  private find(address: number, meta: number): number {
    const { addresses, metas } = this.columns;
    const mask = this.slots.length - 1;
    let slot = mix(mix(0, address), meta) & mask;
    for (let entry = this.slots[slot]!; entry !== 0; entry = this.slots[slot]!) {
      if (addresses[entry - 1] === address && metas[entry - 1] === meta) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private insert(slot: number, address: number, meta: number, peerPort: number): void {
    if (this.used === MOST) {
      this.overflowed = true;
      return;
    }
    const entry = this.used++;
    if (entry === this.columns.metas.length) growAll(this.columns);
    this.columns.addresses[entry] = address;
    this.columns.metas[entry] = meta;
    this.columns.first[entry] = peerPort;
    this.columns.counts[entry] = 1;
    this.slots[slot] = entry + 1;
    if (this.used * 2 > this.slots.length) this.rehash();
  }

  private rehash(): void {
    this.slots = new Uint32Array(this.slots.length * 2);
    for (let entry = 0; entry < this.used; entry++) {
      this.slots[this.find(this.columns.addresses[entry]!, this.columns.metas[entry]!)] = entry + 1;
    }
  }
}

class EndpointColumns {
  addresses = new Uint32Array(1 << 9);
  metas = new Uint32Array(1 << 9);
  /** The first two peer ports. */
  first = new Uint16Array(1 << 9);
  second = new Uint16Array(1 << 9);
  counts = new Uint8Array(1 << 9);
}

function metaOf(v6: boolean, protocol: number, port: number): number {
  return port | (protocol === TCP ? 0 : 1 << 16) | (v6 ? 1 << 17 : 0);
}
