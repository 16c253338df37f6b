import { SHORTEST_WINDOW } from './coverage';

/** Windows are "approximately" so long: times that differ by less than this are of one window. */
const ONE_WINDOW = SHORTEST_WINDOW - 10;
/** A log may begin and end with a window cut short; so few contradictions mean nothing. */
const CUT_SHORT = 2;
/** Contradictions so many times rarer than agreement are stumbles of whoever wrote the records. */
const STUMBLE = 20;

/**
 * Whether the times of an observation point are bounds of capture windows: wherever records fall
 * into one window, they share start and end. What speaks against it are records of one window that
 * differ, and lengths that no document gives a window.
 */
export class WindowBounds {
  private agreeing = 0;
  private differing = 0;
  private start = -1;
  private end = -1;

  add(start: number, end: number): void {
    const length = end - start;
    if (start === this.start && end === this.end) this.agreeing++;
    else if (length > 0 && length < ONE_WINDOW) this.differing++;
    else if (this.start >= 0 && this.differs(start, end)) this.differing++;
    this.start = start;
    this.end = end;
  }

  get areBounds(): boolean {
    return this.differing <= CUT_SHORT || this.differing * STUMBLE <= this.agreeing;
  }

  /** Two records of one window have different times. */
  private differs(start: number, end: number): boolean {
    if (start === this.start) return true;
    const [first, firstEnd, second] =
      start < this.start ? [start, end, this.start] : [this.start, this.end, start];
    // Two instants so close are of one window, or of two that are too short.
    return firstEnd === first ? second - first < ONE_WINDOW : second < firstEnd;
  }
}
