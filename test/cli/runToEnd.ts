/** What a generator returns, its pauses passed over. */
export function runToEnd<T>(generator: Generator<void, T>): T {
  for (;;) {
    const { done, value } = generator.next();
    if (done) return value;
  }
}
