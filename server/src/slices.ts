/** Browsers have none, and make timers wait for some milliseconds. */
const HAS_IMMEDIATE = typeof setImmediate === 'function';

/** How long a slice of work may hold up messages, in milliseconds. */
const SLICE = HAS_IMMEDIATE ? 2 : 8;

/** Work in the background stands still for so long after a request: another one is likely to follow. */
const QUIET = 30;
/** It stands still for no longer than this at a time. */
const PATIENCE = 500;

let lastAsked = -Infinity;

/** Takes note that somebody waits for an answer. */
export function somebodyAsks(): void {
  lastAsked = performance.now();
}

/** Thrown when the client cancelled what it had asked for. */
export class Cancelled extends Error {}

/**
 * Runs a generator to its end in short slices, with messages handled in between. Stops with
 * {@link Cancelled} as soon as `isStopped` says so.
 */
export async function runInSlices<T>(
  work: Generator<unknown, T>,
  isStopped: () => boolean = () => false,
  between = messagesHandled,
): Promise<T> {
  let pause = performance.now() + SLICE;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() < pause) continue;
    await between();
    if (isStopped()) throw new Cancelled();
    pause = performance.now() + SLICE;
  }
}

/** The same for work that whoever asks for something else need not wait for. */
export function runInBackground<T>(
  work: Generator<unknown, T>,
  isStopped: () => boolean,
): Promise<T> {
  return runInSlices(work, isStopped, async () => {
    await messagesHandled();
    const until = performance.now() + PATIENCE;
    while (performance.now() < Math.min(until, lastAsked + QUIET)) {
      await new Promise(resolve => void setTimeout(resolve, QUIET));
    }
  });
}

/** Resolves after the messages that are waiting have been handled. */
async function messagesHandled(): Promise<void> {
  if (!HAS_IMMEDIATE) return new Promise(resolve => void setTimeout(resolve, 0));
  // They are read in one turn of the event loop and handled in the next.
  await nextTurn();
  await nextTurn();
}

function nextTurn(): Promise<void> {
  return new Promise(resolve => void setImmediate(resolve));
}
