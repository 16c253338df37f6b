const LEAST_BETWEEN = 250;
/** Of the time that the work takes, pictures take up no more than one part in so many. */
const SHARE = 10;

/** When pictures of unfinished work are due. */
export class PictureTimes {
  private next: number;

  /** The first one is due after so many milliseconds. */
  constructor(firstAfter: number) {
    this.next = performance.now() + firstAfter;
  }

  /** What `draw` makes, if it is time for a picture. */
  ifDue<T>(draw: () => T): T | undefined {
    const begin = performance.now();
    if (begin < this.next) return undefined;
    const picture = draw();
    const end = performance.now();
    this.next = end + Math.max(LEAST_BETWEEN, (end - begin) * SHARE);
    return picture;
  }
}
