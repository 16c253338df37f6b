/** How the records of a log follow each other in time. */
export type Ordering = 'ascending' | 'descending' | 'unordered';

/** How far records lie from an order in time, in seconds; fed with starts in the order of lines. */
export class Disorder {
  private latest = 0;
  private earliest = Number.POSITIVE_INFINITY;
  private ascending = 0;
  private descending = 0;

  add(start: number): void {
    if (start > this.latest) this.latest = start;
    else if (this.latest - start > this.ascending) this.ascending = this.latest - start;
    if (start < this.earliest) this.earliest = start;
    else if (start - this.earliest > this.descending) this.descending = start - this.earliest;
  }

  /** The order, if no record is further from it than `most` seconds, and how far they are. */
  judge(most: number): { ordering: Ordering; seconds: number } {
    const { ascending, descending } = this;
    if (Math.min(ascending, descending) > most) return { ordering: 'unordered', seconds: 0 };
    return ascending <= descending
      ? { ordering: 'ascending', seconds: ascending }
      : { ordering: 'descending', seconds: descending };
  }
}
