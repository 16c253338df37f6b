/**
 * The addresses of one family that every data record of an observation point carries: none, one or
 * two. IPv6 addresses by their number.
 */
export class LocalCandidates {
  /** Data records of the family. */
  records = 0;
  private first = 0;
  private second = 0;
  private left = 0;

  add(source: number, destination: number): void {
    if (this.records++ === 0) {
      this.first = source;
      this.second = destination;
      this.left = source === destination ? 1 : 2;
      return;
    }
    if (this.left === 0) return;
    if (this.left === 2 && this.second !== source && this.second !== destination) this.left = 1;
    else if (this.left === 2 && this.first !== source && this.first !== destination) {
      this.first = this.second;
      this.left = 1;
    }
    if (this.left === 1 && this.first !== source && this.first !== destination) this.left = 0;
  }

  all(): readonly number[] {
    return [this.first, this.second].slice(0, this.left);
  }
}
