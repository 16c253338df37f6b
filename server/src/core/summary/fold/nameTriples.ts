/** Numbers of names stay far below this. */
const MOST_NAMES = 2 ** 26;

/** A number for each three names, which are numbers of a book. */
export class NameTriples {
  private readonly maps = new Map<number, Map<number, number>>();

  get(first: number, second: number, third: number): number | undefined {
    return this.maps.get(first)?.get(second * MOST_NAMES + third);
  }

  set(first: number, second: number, third: number, number: number): void {
    let map = this.maps.get(first);
    if (!map) this.maps.set(first, (map = new Map<number, number>()));
    map.set(second * MOST_NAMES + third, number);
  }

  clear(): void {
    this.maps.clear();
  }
}
