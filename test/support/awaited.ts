/** What arrives by and by, and can be waited for. */
export class Awaited<T> {
  private arrived: T[] = [];
  private readonly waiting: { wanted: (value: T) => boolean; resolve: (value: T) => void }[] = [];

  add(value: T): void {
    const at = this.waiting.findIndex(({ wanted }) => wanted(value));
    if (at < 0) this.arrived.push(value);
    for (const { resolve } of at < 0 ? [] : this.waiting.splice(at, 1)) resolve(value);
  }

  /** The next value of which `wanted` holds: the first that nobody has taken, or one to come. */
  next(wanted: (value: T) => boolean = () => true): Promise<T> {
    const at = this.arrived.findIndex(wanted);
    const [known] = at < 0 ? [] : this.arrived.splice(at, 1);
    if (known !== undefined) return Promise.resolve(known);
    return new Promise(resolve => this.waiting.push({ wanted, resolve }));
  }

  /** The values that have arrived, that nobody has taken, and of which `wanted` holds. */
  untaken(wanted: (value: T) => boolean): T[] {
    return this.arrived.filter(wanted);
  }

  /** Forgets what has arrived so far. */
  forget(): void {
    this.arrived = [];
  }
}
