/** How many bits two addresses of one family begin with alike. */
export type AlikeBits = (one: number, other: number) => number;

/** The addresses that one address faces in the records of an observation point. */
export class Facing {
  /** The first of them. */
  first = 0;
  private hasFirst = false;
  /** Bits that all of them begin with alike; undefined as long as they are one. */
  private alike: number | undefined;

  constructor(private readonly alikeBits: AlikeBits) {}

  add(address: number): void {
    if (!this.hasFirst) {
      this.first = address;
      this.hasFirst = true;
    } else if (address !== this.first && this.alike !== 0) {
      this.alike = Math.min(this.alike ?? Infinity, this.alikeBits(this.first, address));
    }
  }

  /** There are several, and a prefix of that many bits may hold them all. */
  mayShare(prefix: number): boolean {
    return this.alike !== undefined && this.alike >= prefix;
  }
}
