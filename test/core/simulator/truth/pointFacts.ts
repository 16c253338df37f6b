import type { Draft } from '../aggregation/draft';
import { recordedTimes } from '../aggregation/writeLog';
import type { ObservationPoint } from '../network/observationPoint';
import type { Flow } from '../packets/flow';

/** What the records of one observation point have in common. */
export class PointFacts {
  /** Start of the first window of which there is a record. */
  readonly earliest: number;
  /** The addresses that every record with data holds. */
  readonly commonAddresses: readonly string[];
  private readonly drafts = new Map<Flow, Draft[]>();
  private readonly uniform = new Map<number, readonly [start: number, end: number] | 'differ'>();

  constructor(readonly point: ObservationPoint) {
    const written = point.capture.drafts.filter(draft => draft.line >= 0);
    for (const draft of point.capture.drafts) {
      const known = this.drafts.get(draft.flow);
      if (known) known.push(draft);
      else this.drafts.set(draft.flow, [draft]);
    }
    for (const draft of written) this.compareTimes(draft);
    this.earliest = this.earliestRecord(written);
    this.commonAddresses = common(written);
  }

  /** What the point saw of a flow, recorded or not. */
  of(flow: Flow): readonly Draft[] {
    return this.drafts.get(flow) ?? [];
  }

  /** All records of the window share start and end, so that these say nothing of the order. */
  timesSayNothing(window: number): boolean {
    return this.uniform.get(window) !== 'differ';
  }

  isLost(window: number): boolean {
    return this.point.capture.options.lost?.has(window) ?? false;
  }

  private compareTimes(draft: Draft): void {
    const times = recordedTimes(this.point, draft);
    const known = this.uniform.get(draft.window);
    if (known === undefined) this.uniform.set(draft.window, times);
    else if (known !== 'differ' && (known[0] !== times[0] || known[1] !== times[1])) {
      this.uniform.set(draft.window, 'differ');
    }
  }

  private earliestRecord(written: readonly Draft[]): number {
    const { capture } = this.point;
    const { windows, lost } = capture.options;
    let window = 0;
    while (window < windows && lost?.get(window) === 'silently') window++;
    const first = written.filter(draft => draft.window === window);
    const starts = first.map(draft => recordedTimes(this.point, draft)[0]);
    return starts.length > 0 ? Math.min(...starts) : capture.windowStart(window);
  }
}

function common(written: readonly Draft[]): string[] {
  const [first] = written;
  if (!first) return [];
  let addresses = [first.flow.source.text, first.flow.destination.text];
  for (const { flow } of written) {
    if (addresses.length === 0) break;
    addresses = addresses.filter(
      text => text === flow.source.text || text === flow.destination.text,
    );
  }
  return addresses;
}
