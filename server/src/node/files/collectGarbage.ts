import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/**
 * Collects the garbage of this thread, which takes some milliseconds. The memory of a kernel is freed
 * in no other way, and the engine of an idle thread never has a reason to. Does nothing where the
 * engine does not offer it.
 */
export function collectGarbage(): void {
  collect ??= engineCollector();
  collect();
}

function engineCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const found: unknown = runInNewContext('typeof gc === "function" ? gc : undefined');
  return (found as (() => void) | undefined) ?? (() => undefined);
}
