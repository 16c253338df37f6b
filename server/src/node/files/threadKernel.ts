import type { Kernel } from '../../core/scan/kernel';
import { hashBytes } from '../../core/scan/rowHash';
import type { Ground } from '../../core/summary/group/ground';
import { foldBytes } from '../../core/summary/kernel/foldMemory';
import { KernelGround } from '../../core/summary/kernel/kernelGround';
import type { SummaryOptions } from '../../core/summary/options';
import { loadKernel } from '../../kernel/loadKernel';
import { BUFFER_SIZE, MOST_ROWS } from './blocks';
import type { Work } from './messages';

/** The kernel of this thread, kept from task to task. */
let kept: Kernel | undefined;

/** The kernel for a piece of work; undefined where the engine cannot run it. */
export function kernelFor({ summary, details }: Work): Kernel | undefined {
  const options = summary ?? details?.options;
  return kernelWith(options ? foldBytes(options, MOST_ROWS) : 0);
}

/** The kernel for pieces of a document; made for blocks of files, which a thread is likely to read next. */
export function pieceKernel(): Kernel | undefined {
  return kernelWith(hashBytes(MOST_ROWS));
}

function kernelWith(extra: number): Kernel | undefined {
  if (!kept || kept.map.extraSize < extra) {
    kept = loadKernel(BUFFER_SIZE, MOST_ROWS, true, extra);
  }
  return kept;
}

/** Keeps the kernel no longer; its memory is there until garbage is collected. */
export function dropKernel(): void {
  kept = undefined;
}

/** Where this thread folded, for merging when nothing is folded any more; undefined if nowhere. */
export function groundFor(options: SummaryOptions): Ground | undefined {
  if (!kept || kept.map.extraSize < foldBytes(options, MOST_ROWS)) return undefined;
  return new KernelGround(kept, options);
}
