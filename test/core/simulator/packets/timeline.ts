/** Something that happens at a time. */
interface Event {
  readonly at: number;
  readonly run: (time: number) => void;
}

/** The future of some five-tuples and what belongs to them, in the order of time. */
export class Timeline {
  private readonly events: Event[] = [];

  /** Events of the same time happen in the order in which they were planned. */
  plan(at: number, run: (time: number) => void): void {
    const { events } = this;
    let place = events.length;
    while (place > 0 && events[place - 1]!.at <= at) place--;
    events.splice(place, 0, { at, run });
  }

  /** Lets everything happen, and what comes of it. */
  run(): void {
    for (let next = this.events.pop(); next; next = this.events.pop()) next.run(next.at);
  }
}
