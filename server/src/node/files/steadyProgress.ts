import type { Step } from './messages';

/** Milliseconds between two steps: a message for each block would cost more than the block's scan. */
const BETWEEN = 20;

/** Says how far a thread has come: at once for the first block, then now and then, and at the end. */
export class SteadyProgress {
  private bytes = 0;
  private records = 0;
  private next = 0;

  constructor(private readonly say: (step: Step) => void) {}

  add(bytes: number, records: number): void {
    this.bytes += bytes;
    this.records += records;
    if (performance.now() >= this.next) this.tell();
  }

  end(): void {
    if (this.bytes > 0) this.tell();
  }

  private tell(): void {
    const { bytes, records } = this;
    this.say({ kind: 'read', bytes, records });
    this.bytes = 0;
    this.records = 0;
    this.next = performance.now() + BETWEEN;
  }
}
