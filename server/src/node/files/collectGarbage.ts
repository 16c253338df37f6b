import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Bytes of garbage that a thread may have: by itself the engine of a thread would not look for any
 * for several files. Telling it from when on has to be done before the thread starts, which then takes
 * twice as long, because Node.js does not use what it has compiled under other settings.
 */
const MOST_GARBAGE = 8 << 20;

let collect: (() => void) | undefined;
/** Bytes in use when garbage was collected last, or first asked about. */
let needed: number | undefined;

/**
 * Collects the garbage of this thread, which takes some milliseconds. The memory of a kernel is freed
 * in no other way, and the engine of an idle thread never has a reason to. Does nothing where the
 * engine does not offer it.
 */
export function collectGarbage(): void {
  collect ??= engineCollector();
  collect?.();
  needed = getHeapStatistics().used_heap_size;
}

/** Collects the garbage of this thread if there is much of it. */
export function collectMuchGarbage(): void {
  const used = getHeapStatistics().used_heap_size;
  needed ??= used;
  if (used > needed + MOST_GARBAGE) collectGarbage();
}

/** Undefined also where another thread switched it off meanwhile: settings are the whole process's. */
function engineCollector(): (() => void) | undefined {
  setFlagsFromString('--expose-gc');
  const found: unknown = runInNewContext('typeof gc === "function" ? gc : undefined');
  // Threads start faster under the settings that Node.js itself was compiled with.
  setFlagsFromString('--no-expose-gc');
  return found as (() => void) | undefined;
}
