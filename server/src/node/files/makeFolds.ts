import { levelsFrom } from '../../core/check/levels';
import { FaultFold } from '../../core/fold/faults';
import type { Fold } from '../../core/fold/fold';
import type { ScanOptions } from '../../core/scan/scanChunk';
import type { Work } from './messages';

/** The folds that a piece of work asks for, by name. */
export function makeFolds(
  { faults }: Work,
  { layouts, latest }: ScanOptions,
): Record<string, Fold<unknown>> {
  const folds: Record<string, Fold<unknown>> = {};
  if (faults) {
    const rules = { latest, icmpOrder: 'auto' as const };
    folds['faults'] = new FaultFold({ layouts, levels: levelsFrom(faults.rules), rules });
  }
  return folds;
}
