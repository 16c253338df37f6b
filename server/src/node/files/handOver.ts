import { collectGarbage } from './collectGarbage';
import type { StretchTask, Task } from './messages';

/** After so long a thread that waits looks whether it is to stop, in milliseconds. */
const LOOK_AFTER = 20;
/** After so long garbage is collected again: what is being compiled may hold on to a kernel. */
const AGAIN_AFTER = 40;

type Turn = Pick<StretchTask, 'owing' | 'stop'>;

/**
 * Whether this thread has done a task before. Then it keeps its kernel: what the engine has compiled
 * for this very one would have to be compiled again, which took 0.15 s of 1.5 for a log of 1 GB.
 */
let isWarm = false;
let resting: Turn | undefined;
let again: NodeJS.Timeout | undefined;

/**
 * Waits until all others have handed over what is merged in this thread, and freed their memory if
 * they do. What this one worked out takes as much again once it is read, and nobody can begin to
 * merge without the others.
 */
export function awaitOthers({ owing, stop }: Turn): void {
  for (;;) {
    const left = Atomics.load(owing, 0);
    if (left === 0 || Atomics.load(stop, 0) !== 0) return;
    Atomics.wait(owing, 0, left, LOOK_AFTER);
  }
}

/**
 * Does a task. Whoever waits for this thread's memory, from this task or the one before, does not
 * wait in vain: until it is freed if it is freed at all, and else no longer. `forget` drops what
 * refers to it.
 */
export function inTurn(task: Task, work: () => void, forget: () => void): void {
  clearTimeout(again);
  endRest();
  const handsOver = task.kind === 'stretch' && task.merged === 'elsewhere';
  if (handsOver && isWarm) release(task);
  work();
  if (handsOver && !isWarm) {
    forget();
    rest(task);
  }
  isWarm = true;
}

function rest(turn: Turn): void {
  resting = turn;
  // Only when this task has ended nothing refers to the kernel.
  setImmediate(endRest);
  again = setTimeout(collectGarbage, AGAIN_AFTER);
}

function endRest(): void {
  if (!resting) return;
  collectGarbage();
  release(resting);
  resting = undefined;
}

function release({ owing }: Turn): void {
  Atomics.sub(owing, 0, 1);
  Atomics.notify(owing, 0);
}
