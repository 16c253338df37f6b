import { DIRECTION } from '../scan/columns';
import { Facing, type AlikeBits } from './facing';

/**
 * The addresses of one family that every data record of an observation point carries: none, one or
 * two. IPv6 addresses by their number.
 */
export class LocalCandidates {
  /** Data records of the family. */
  records = 0;
  /** The address that a direction field calls the point's own, if one does: the first of them. */
  named: number | undefined;
  /** Direction fields call others its own, too. */
  namesSeveral = false;
  /** What the candidate faces, where there is one alone. */
  readonly facing: Facing;
  private first = 0;
  private second = 0;
  private left = 0;

  constructor(alikeBits: AlikeBits) {
    this.facing = new Facing(alikeBits);
  }

  /** Adds the ends of a record, and what it says of its {@link DIRECTION}. */
  add(source: number, destination: number, direction: number): void {
    if (direction !== DIRECTION.none) {
      this.addNamed(direction === DIRECTION.egress ? source : destination);
    }
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

  private addNamed(own: number): void {
    this.named ??= own;
    if (own !== this.named) this.namesSeveral = true;
  }

  private keep(candidate: number, other: number): void {
    this.first = candidate;
    this.left = 1;
    this.facing.add(other);
  }
}
