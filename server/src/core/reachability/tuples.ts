import { growAll, mix } from '../conversation/grown';

/** Bits of a tuple's `meta` beside the protocol. */
export const TUPLE = {
  v6: 1 << 8,
  /** Who began is not known: initiator and responder are source and destination. */
  unknown: 1 << 9,
  ported: 1 << 10,
  /** ICMP types are on record; the one that asks stands in the port. */
  typed: 1 << 11,
} as const;

/**
 * What makes conversations tell one story: observation point, initiator, responder, protocol and
 * responder's port. Each tuple has a number; equal ones at different points are found together.
 */
export class Tuples {
  private used = 0;
  private slots = new Uint32Array(1 << 10);
  private readonly columns = new TupleColumns();

  get size(): number {
    return this.used;
  }

  /** The number of a tuple; -1 if it is not there and there are already `most`. */
  numberOf(
    point: number,
    initiator: number,
    responder: number,
    port: number,
    meta: number,
    most: number,
  ): number {
    const mask = this.slots.length - 1;
    let slot = hashOf(initiator, responder, port, meta) & mask;
    for (let entry = this.slots[slot]!; entry !== 0; entry = this.slots[slot]!) {
      const tuple = entry - 1;
      if (
        this.columns.points[tuple] === point &&
        this.is(tuple, initiator, responder, port, meta)
      ) {
        return tuple;
      }
      slot = (slot + 1) & mask;
    }
    if (this.used >= most) return -1;
    const tuple = this.used++;
    if (tuple === this.columns.points.length) growAll(this.columns);
    this.columns.points[tuple] = point;
    this.columns.initiators[tuple] = initiator;
    this.columns.responders[tuple] = responder;
    this.columns.ports[tuple] = port;
    this.columns.metas[tuple] = meta;
    this.slots[slot] = tuple + 1;
    if (this.used * 2 > this.slots.length) this.rehash();
    return tuple;
  }

  point(tuple: number): number {
    return this.columns.points[tuple]!;
  }

  initiator(tuple: number): number {
    return this.columns.initiators[tuple]!;
  }

  responder(tuple: number): number {
    return this.columns.responders[tuple]!;
  }

  port(tuple: number): number {
    return this.columns.ports[tuple]!;
  }

  meta(tuple: number): number {
    return this.columns.metas[tuple]!;
  }

  /** The same tuple at other observation points. */
  elsewhere(tuple: number): number[] {
    const found: number[] = [];
    const [initiator, responder] = [this.initiator(tuple), this.responder(tuple)];
    const [port, meta] = [this.port(tuple), this.meta(tuple)];
    const mask = this.slots.length - 1;
    let slot = hashOf(initiator, responder, port, meta) & mask;
    for (let entry = this.slots[slot]!; entry !== 0; entry = this.slots[slot]!) {
      const other = entry - 1;
      if (other !== tuple && this.is(other, initiator, responder, port, meta)) found.push(other);
      slot = (slot + 1) & mask;
    }
    return found;
  }

  private is(
    tuple: number,
    initiator: number,
    responder: number,
    port: number,
    meta: number,
  ): boolean {
    return (
      this.columns.initiators[tuple] === initiator &&
      this.columns.responders[tuple] === responder &&
      this.columns.ports[tuple] === port &&
      this.columns.metas[tuple] === meta
    );
  }

  private rehash(): void {
    this.slots = new Uint32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let tuple = 0; tuple < this.used; tuple++) {
      let slot =
        hashOf(this.initiator(tuple), this.responder(tuple), this.port(tuple), this.meta(tuple)) &
        mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = tuple + 1;
    }
  }
}

class TupleColumns {
  points = new Uint32Array(1 << 9);
  initiators = new Uint32Array(1 << 9);
  responders = new Uint32Array(1 << 9);
  ports = new Uint16Array(1 << 9);
  metas = new Uint16Array(1 << 9);
}

function hashOf(initiator: number, responder: number, port: number, meta: number): number {
  return mix(mix(mix(mix(0, initiator), responder), port), meta);
}
