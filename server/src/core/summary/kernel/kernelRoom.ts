import type { Kernel } from '../../scan/kernel';
import { BATCH } from '../fold/batch';
import type { Books } from '../fold/books';
import type { FoldMap } from './foldMemory';
import { MOST_LINES } from './tableMemory';

/** IPv6 addresses that a batch can bring. */
const NEW_ADDRESSES = BATCH * 2;

/** Whether a kernel has room for another batch of a fold, which begins at a line of the log. */
export function hasRoom(
  { exports }: Kernel,
  { mostAddresses }: FoldMap,
  { needsNames }: Books,
  line: number,
): boolean {
  return (
    exports.addressCount() + NEW_ADDRESSES <= mostAddresses &&
    !needsNames &&
    line <= MOST_LINES - BATCH &&
    exports.areSumsFull() === 0
  );
}
