/** How long a slice of work may hold up messages, in milliseconds. */
const SLICE = 8;

/** Thrown when the client cancelled what it had asked for. */
export class Cancelled extends Error {}

/**
 * Runs a generator to its end in short slices, with messages handled in between. Stops with
 * {@link Cancelled} as soon as `isStopped` says so.
 */
export async function runInSlices<T>(
  work: Generator<unknown, T>,
  isStopped: () => boolean = () => false,
): Promise<T> {
  let pause = performance.now() + SLICE;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() < pause) continue;
    await nextTurn();
    if (isStopped()) throw new Cancelled();
    pause = performance.now() + SLICE;
  }
}

/** Resolves after the messages that are waiting have been handled. */
function nextTurn(): Promise<void> {
  // Browsers have no setImmediate.
  return new Promise(resolve => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
