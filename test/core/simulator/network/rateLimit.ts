/** A token bucket: bytes beyond the rate are dropped. */
export class RateLimit {
  private tokens: number;
  private last = -Infinity;

  constructor(
    private readonly bytesPerSecond: number,
    private readonly burst: number,
  ) {
    this.tokens = burst;
  }

  admits(bytes: number, time: number): boolean {
    if (time > this.last) {
      const gained = (time - this.last) * this.bytesPerSecond;
      this.tokens = Math.min(this.burst, this.tokens + gained);
      this.last = time;
    }
    if (this.tokens < bytes) return false;
    this.tokens -= bytes;
    return true;
  }
}
