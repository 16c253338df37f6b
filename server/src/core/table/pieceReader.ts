import { LayoutSet } from '../layouts/layoutSet';
import type { Kernel } from '../scan/kernel';
import { scanChunk, type ScanOptions } from '../scan/scanChunk';
import { WordStore } from '../scan/wordStore';
import { keepLook } from './firstLook';
import { packLook } from './lookWords';
import type { PieceReading } from './pieces';

/** Reads pieces of a text for somebody who reads others. */
export class PieceReader {
  private readonly options: ScanOptions;
  private readonly declared: number;
  private readonly store = new WordStore();

  constructor({ columns, latest }: PieceReading, kernel: Kernel | undefined) {
    const layouts = new LayoutSet();
    this.declared = columns.length > 0 ? layouts.declare(columns) : -1;
    this.options = { layouts, latest, kernel, verdictOnly: true };
  }

  /** Reads a piece and writes what was found; gives the words of that, 0 for what is not said in words. */
  read(bytes: Uint8Array, isLast: boolean, place: Uint32Array): number {
    const scanned = scanChunk(bytes, this.declared, isLast, this.options);
    return packLook(keepLook(scanned, this.options.kernel, this.store), place);
  }
}
