/** A value that is replaced at known times. */
export class Schedule<T> {
  private readonly changes: { readonly from: number; readonly value: T }[];

  constructor(first: T) {
    this.changes = [{ from: -Infinity, value: first }];
  }

  /** From that time on; times must rise. */
  change(from: number, value: T): this {
    this.changes.push({ from, value });
    return this;
  }

  /** Whether any value so far or to come is as wanted. */
  ever(wanted: (value: T) => boolean): boolean {
    return this.changes.some(({ value }) => wanted(value));
  }

  at(time: number): T {
    const { changes } = this;
    let last = changes.length - 1;
    while (last > 0 && changes[last]!.from > time) last--;
    return changes[last]!.value;
  }
}
