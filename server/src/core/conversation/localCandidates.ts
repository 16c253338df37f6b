import { Facing, type AlikeBits } from './facing';

/**
 * The addresses of one family that every data record of an observation point carries: none, one or
 * two. IPv6 addresses by their number.
 */
export class LocalCandidates {
  /** Data records of the family. */
  records = 0;
  /** What the candidate faces, where there is one alone. */
  readonly facing: Facing;
  private first = 0;
  private second = 0;
  private left = 0;

  constructor(alikeBits: AlikeBits) {
    this.facing = new Facing(alikeBits);
  }

  add(source: number, destination: number): void {
    if (this.records++ === 0) {
      this.first = source;
      this.second = destination;
      this.left = source === destination ? 1 : 2;
      return;
    }
    if (this.left === 0) return;
    if (this.left === 2 && this.second !== source && this.second !== destination) {
      this.keep(this.first, this.second);
    } else if (this.left === 2 && this.first !== source && this.first !== destination) {
      this.keep(this.second, this.first);
    }
    if (this.left !== 1) return;
    if (this.first === source) this.facing.add(destination);
    else if (this.first === destination) this.facing.add(source);
    else this.left = 0;
  }

  all(): readonly number[] {
    return [this.first, this.second].slice(0, this.left);
  }

  private keep(candidate: number, other: number): void {
    this.first = candidate;
    this.left = 1;
    this.facing.add(other);
  }
}
